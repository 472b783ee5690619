import { misfitReason } from "@/catalog/containers/device";
import { parseImageUri } from "@/catalog/containers/image-uri";
import type { Container } from "@/catalog/containers/schema";
import { newestFirst } from "@/catalog/containers/versions";
import { instanceTypeById } from "@/catalog/instance-types/select";

import { loads } from "./python-json";
import type { TrainingFieldValues } from "./schema";

type Values = TrainingFieldValues;
type Field = keyof Values;
export type Remark = { field: Field; message: string };

/** SageMaker data parallel: the framework versions that the Python SDK (2.257.6) takes. */
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
const COMPILER_FAMILIES = ["p3", "p3dn", "g4dn", "p4d", "g5"];

/** Combinations that SageMaker or the container refuses, some of them only once the job runs. */
export function trainingRefusals(values: Values): Remark[] {
  const parsed = parseImageUri(values.image);
  const container = parsed.ok ? parsed.container : null;
  return [
    ...machineRefusals(values, container),
    ...distributionRefusals(values, container),
    ...spotRefusals(values),
    ...networkRefusals(values),
  ];
}

function machineRefusals(values: Values, container: Container | null): Remark[] {
  const remarks: Remark[] = [];
  if (container && container.use !== "training") {
    remarks.push({ field: "image", message: "This image serves models. Choose a training image." });
  }
  const misfit = container ? misfitReason(container, values.instanceType) : null;
  if (misfit) remarks.push({ field: "instanceType", message: misfit });
  const known = instanceTypeById(values.instanceType);
  if (known && !known.uses.includes("training")) {
    remarks.push({ field: "instanceType", message: `SageMaker does not train on ${values.instanceType}.` });
  }
  if (container?.family === "training-compiler" && !COMPILER_FAMILIES.includes(known?.family ?? "")) {
    const message = `The Training Compiler runs on ${COMPILER_FAMILIES.join(", ")} instances only.`;
    remarks.push({ field: "instanceType", message });
  }
  return remarks;
}

function distributionRefusals(values: Values, container: Container | null): Remark[] {
  const { distribution } = values;
  const say = (message: string): Remark[] => [{ field: "distribution", message }];
  if (distribution === "none") return [];
  if (container?.framework === "tensorflow" && distribution !== "smddp") {
    return say("This launcher is PyTorch's; the container has TensorFlow.");
  }
  if (container?.family === "training-compiler" && (distribution === "smddp" || distribution === "smp")) {
    return say("The Training Compiler does not go together with SageMaker's distribution libraries.");
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
  if (distribution === "torch-distributed" && isOlderThan("1.13.1")) {
    return say(`The container starts torchrun from PyTorch 1.13.1 on; this one has ${version}.`);
  }
  if (distribution === "smp" && !isJsonObject(values.smpParameters)) {
    return [{ field: "smpParameters", message: 'Write its parameters as a JSON object: {"partitions": 2}.' }];
  }
  return [];
}

function spotRefusals(values: Values): Remark[] {
  const { isSpot, maxWaitSeconds, maxRunSeconds, keepAliveSeconds, checkpointPath, checkpointUri } = values;
  const remarks: Remark[] = [];
  if (isSpot) {
    if (!/^\d+$/.test(maxWaitSeconds)) {
      remarks.push({ field: "maxWaitSeconds", message: "Say how long to wait and run in all, in seconds." });
    } else if (Number(maxWaitSeconds) < maxRunSeconds) {
      const message = "This counts waiting and running together: it must be at least as long as the job may run.";
      remarks.push({ field: "maxWaitSeconds", message });
    }
    if (Number(keepAliveSeconds) > 0) {
      remarks.push({ field: "keepAliveSeconds", message: "Spot instances cannot be kept warm." });
    }
  }
  if (checkpointPath && !checkpointUri) {
    remarks.push({ field: "checkpointUri", message: "Say where in S3 the checkpoints are kept." });
  }
  return remarks;
}

function networkRefusals(values: Values): Remark[] {
  const remarks: Remark[] = [];
  if (Boolean(values.subnets) !== Boolean(values.securityGroups)) {
    const field = values.subnets ? "securityGroups" : "subnets";
    remarks.push({ field, message: "A VPC needs both subnets and security groups." });
  }
  if (values.networkIsolation && values.channels.some(({ name }) => name === "code")) {
    const message = "Without a network the script itself comes as the channel “code”: call yours another name.";
    remarks.push({ field: "networkIsolation", message });
  }
  return remarks;
}

/** What works and is seldom meant. */
export function trainingCautions(values: Values): string[] {
  const count = Number(values.instanceCount);
  const gpus = instanceTypeById(values.instanceType)?.accelerator?.count ?? 0;
  const isSharded = values.channels.some((channel) => channel.isSharded);
  const modes = [values.inputMode, ...values.channels.map(({ mode }) => mode)];
  return [
    values.isSpot && !values.checkpointUri
      ? "Spot capacity without checkpoints: after an interruption the job begins from nothing."
      : null,
    values.distribution === "none" && count > 1
      ? "Several instances without a distribution: each of them runs the whole script on its own."
      : null,
    values.distribution !== "none" && count * gpus === 1 ? "A distribution over a single GPU changes nothing." : null,
    isSharded && count === 1 ? "Splitting a channel between instances has no effect with one instance." : null,
    values.encryptTraffic && count === 1 ? "With one instance there is no traffic between instances to encrypt." : null,
    values.networkIsolation
      ? "Without a network the script cannot read the Hub: bring models and data as channels."
      : null,
    modes.includes("Pipe")
      ? "Pipe mode gives the script a stream instead of files; Hugging Face scripts expect files."
      : null,
  ].filter((text) => text !== null);
}

function isJsonObject(text: string): boolean {
  try {
    const value = loads(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
