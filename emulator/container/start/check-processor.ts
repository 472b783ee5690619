import { instanceTypeById } from "@/catalog/instance-types/select.ts";
import { ContainerStartError } from "../inference-host.ts";

/** Every Hugging Face image is built for x86: on an arm64 processor its first program does not start. Throws ContainerStartError. */
export function checkProcessor(instanceType: string | null, image: string): void {
  if (/arm64|graviton/.test(image) || instanceTypeById(instanceType ?? "")?.cpuArch !== "arm64") return;
  throw new ContainerStartError("exec /usr/local/bin/dockerd-entrypoint.py: exec format error");
}
