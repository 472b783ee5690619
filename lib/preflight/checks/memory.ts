import { acceleratorsUsed } from "@/catalog/containers/accelerators-used";
import type { InstanceType } from "@/catalog/instance-types/schema";
import { formatBytes } from "@/lib/format/bytes";
import { smallestLike } from "@/lib/instances/larger";

import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Look, Mend, ModelFacts } from "../view";

/** What a loaded model takes beyond its weights; the model-memory estimator of Hugging Face says up to 20%. */
const OVERHEAD = 1.2;
const SERVERLESS_SIZES_MB = [1024, 2048, 3072, 4096, 5120, 6144] as const;

type Room = { bytes: number; words: string };

/** The weights, and what serving adds to them, fit into the accelerator or the machine. */
export function checkMemory(plan: PreflightPlan, look: Look<ModelFacts> | null): Check | null {
  const room = roomOf(plan, plan.instance);
  if (!look || !room) return null;
  if (look.state !== "seen") return notSeen("memory", look);
  const { weightBytes, weightSource } = look.value;
  if (weightBytes === null)
    return check("memory", "unseen", "Could not look: nothing tells how large the weights are.");
  const need = weightBytes * OVERHEAD;
  const evidence = {
    Weights: `${formatBytes(weightBytes)} (${weightSource})`,
    "With 20% for serving": `${formatBytes(weightBytes)} × 1.2 = ${formatBytes(need)}`,
    Room: room.words,
  };
  const mend = larger(plan, need);
  if (weightBytes > room.bytes) {
    const summary = `${formatBytes(weightBytes)} of weights do not fit into ${formatBytes(room.bytes)}.`;
    return check("memory", "will-fail", summary, evidence, mend);
  }
  if (need > room.bytes) {
    const summary = `The weights fit, but ${formatBytes(need)} with what serving adds do not fit into ${formatBytes(room.bytes)}.`;
    return check("memory", "warning", summary, evidence, mend);
  }
  return check(
    "memory",
    "fine",
    `${formatBytes(need)} of ${formatBytes(room.bytes)}. A long context adds to it.`,
    evidence,
  );
}

/** Where the weights go: the accelerators that the server spreads them over, the machine, or the serverless environment. */
function roomOf({ values, parsed, environment }: PreflightPlan, instance: InstanceType | null): Room | null {
  if (values.mode === "serverless") {
    const mb = Number(values.serverlessMemoryMb);
    return { bytes: mb * 1024 ** 2, words: `${mb} MB of the serverless environment` };
  }
  if (!instance) return null;
  const { accelerator } = instance;
  if (!accelerator || (parsed.ok && parsed.container.device === "cpu")) {
    return { bytes: instance.memoryGiB * 1024 ** 3, words: `${instance.memoryGiB} GiB of ${instance.type}` };
  }
  const family = parsed.ok ? parsed.container.family : "huggingface";
  const spread = acceleratorsUsed(family, environment, accelerator.count);
  const each = accelerator.memoryGiBEach;
  return {
    bytes: spread * each * 1024 ** 3,
    words: `${spread} of ${accelerator.count} × ${each} GiB, ${accelerator.manufacturer} ${accelerator.name}`,
  };
}

function larger(plan: PreflightPlan, need: number): Mend | null {
  if (plan.values.mode === "serverless") {
    const size = SERVERLESS_SIZES_MB.find((mb) => mb * 1024 ** 2 >= need);
    return size ? { label: `Give it ${size} MB`, set: { serverlessMemoryMb: size } } : null;
  }
  const type = smallestLike(plan.values.instanceType, (row) => (roomOf(plan, row)?.bytes ?? 0) >= need);
  return type ? { label: `Use ${type}`, set: { instanceType: type } } : null;
}
