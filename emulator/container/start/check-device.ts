import { deviceOfInstance, misfitReason, needsItsDevice } from "@/catalog/containers/device.ts";
import { parseImageUri } from "@/catalog/containers/image-uri.ts";
import { ContainerStartError, type ServingTarget } from "../inference-host.ts";
import { checkProcessor } from "./check-processor.ts";

const NO_DRIVER =
  "RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx";
const NO_NEURON =
  "RuntimeError: The PyTorch Neuron Runtime could not be initialized: nrt_init failed, no neuron device";

/** An image runs only on what it was built for. Throws ContainerStartError with what its first program prints elsewhere. */
export function checkDevice({ image, machine }: ServingTarget): void {
  const parsed = parseImageUri(image);
  const type = machine?.instanceType ?? "";
  checkProcessor(type, image);
  if (!parsed.ok) return;
  const { container } = parsed;
  if (container.use === "training") throw new ContainerStartError("bash: serve: command not found");
  if (!type || !needsItsDevice(container) || misfitReason(container, type) === null) return;
  if (container.device === "gpu") throw new ContainerStartError(NO_DRIVER);
  if (deviceOfInstance(type).device !== null) throw new ContainerStartError(NO_NEURON);
}
