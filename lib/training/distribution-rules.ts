import type { Container } from "@/catalog/containers/schema";
import { newestFirst } from "@/catalog/containers/versions";

import { loads } from "./python-json";
import type { Remark } from "./rules";
import type { TrainingFieldValues } from "./schema";

/**
 * SageMaker data parallel: the framework versions that the Python SDK (2.257.6) takes, written in full. Of the short
 * ones (`1.13`) it refuses some that it takes in full; the image is the same, so that an image decides here.
 */
const SMDDP_VERSIONS = [
  "1.6.0",
  "1.7.1",
  "1.8.1",
  "1.9.1",
  "1.10.2",
  "1.11.0",
  "1.12.0",
  "1.13.1",
  "2.0.0",
  "2.0.1",
  "2.1.0",
  "2.1.2",
  "2.2.0",
];
/** The library is written for these; on others the SDK lets it through and the job fails. */
const SMDDP_INSTANCES = ["ml.p3.16xlarge", "ml.p3dn.24xlarge", "ml.p4d.24xlarge", "ml.p4de.24xlarge"];
/** The first PyTorch with each launcher, and the last that the SDK lists (fw_utils of 2.257.6 and later lists). */
const TORCH_DISTRIBUTED = { first: "1.13.1", lastListed: "2.8.0" };
const FIRST_WITH_DDP = "1.10.0";

/** Launchers that the container or the machine does not have: the job would be refused or fail. */
export function distributionRefusals(values: TrainingFieldValues, container: Container | null): Remark[] {
  const { distribution } = values;
  const say = (message: string): Remark[] => [{ field: "distribution", message }];
  if (distribution === "none") return [];
  if (container?.framework === "tensorflow" && distribution !== "smddp") {
    return say("This launcher is PyTorch's; the container has TensorFlow.");
  }
  if (container?.family === "training-compiler" && (distribution === "smddp" || distribution === "smp")) {
    return say("The Training Compiler does not go together with SageMaker's distribution libraries.");
  }
  if (container?.device === "trainium" && distribution !== "torch-distributed") {
    return say("On Trainium scripts are started by torchrun only.");
  }
  const version = container?.frameworkVersion;
  if (distribution === "smddp") {
    if (container?.framework === "pytorch" && version && !SMDDP_VERSIONS.includes(version)) {
      return say(`SageMaker data parallel is not in containers with PyTorch ${version}.`);
    }
    if (!SMDDP_INSTANCES.includes(values.instanceType)) {
      return say(`SageMaker data parallel runs on ${SMDDP_INSTANCES.join(", ")} only.`);
    }
  }
  const isOlderThan = (least: string) => version !== undefined && newestFirst(version, least) > 0;
  if (
    distribution === "torch-distributed" &&
    container?.device !== "trainium" &&
    isOlderThan(TORCH_DISTRIBUTED.first)
  ) {
    return say(`The container starts torchrun from PyTorch 1.13.1 on; this one has ${version}.`);
  }
  if (distribution === "pytorch-ddp" && isOlderThan(FIRST_WITH_DDP)) {
    return say(`The container starts DDP by MPI from PyTorch 1.10 on; this one has ${version}.`);
  }
  if (distribution === "smp" && !isJsonObject(values.smpParameters)) {
    return [{ field: "smpParameters", message: 'Write its parameters as a JSON object: {"partitions": 2}.' }];
  }
  return [];
}

/** True for a PyTorch newer than those for which the SDK knows torchrun. */
export function isBeyondTorchrunList(container: Container | null): boolean {
  const version = container?.framework === "pytorch" ? container.frameworkVersion : undefined;
  return version !== undefined && newestFirst(version, TORCH_DISTRIBUTED.lastListed) < 0;
}

function isJsonObject(text: string): boolean {
  try {
    const value = loads(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
