import { acceleratorsUsed } from "@/catalog/containers/accelerators-used.ts";
import { parseImageUri } from "@/catalog/containers/image-uri.ts";
import { instanceTypeById } from "@/catalog/instance-types/select.ts";
import { ContainerStartError, type ServingTarget } from "../inference-host.ts";
import type { Machine } from "./machine.ts";

const GIB = 1024 ** 3;

/** The weights alone fit into what they are loaded into. Throws ContainerStartError as such a load ends. */
export function checkMemory(target: ServingTarget, weightBytes: number | null): void {
  const { machine, image, environment } = target;
  if (!machine || weightBytes === null) return;
  const parsed = parseImageUri(image);
  const accelerator = instanceTypeById(machine.instanceType ?? "")?.accelerator ?? null;
  if (accelerator && (!parsed.ok || parsed.container.device !== "cpu")) {
    const family = parsed.ok ? parsed.container.family : "huggingface";
    const used = acceleratorsUsed(family, environment, accelerator.count);
    if (weightBytes <= used * accelerator.memoryGiBEach * GIB) return;
    const each = accelerator.memoryGiBEach.toFixed(2);
    throw new ContainerStartError(
      `torch.OutOfMemoryError: CUDA out of memory. Tried to allocate ${(weightBytes / used / GIB).toFixed(2)} GiB. GPU 0 has a total capacity of ${each} GiB.`,
    );
  }
  const room = roomOf(machine);
  if (room === null || weightBytes <= room) return;
  // The kernel kills the process without a word of its own; only the server tells that it is gone.
  throw new ContainerStartError(
    "com.amazonaws.ml.mms.wlm.WorkerThread - Backend worker process died.\ncom.amazonaws.ml.mms.wlm.BatchAggregator - Load model failed: model, error: Worker died.",
  );
}

function roomOf({ instanceType, serverlessMb }: Machine): number | null {
  if (serverlessMb !== null) return serverlessMb * 1024 ** 2;
  const row = instanceTypeById(instanceType ?? "");
  return row ? row.memoryGiB * GIB : null;
}
