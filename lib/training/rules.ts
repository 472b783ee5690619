import { misfitReason } from "@/catalog/containers/device";
import { parseImageUri } from "@/catalog/containers/image-uri";
import type { Container } from "@/catalog/containers/schema";
import { instanceTypeById } from "@/catalog/instance-types/select";

import { compilerHyperparameters, distributionHyperparameters } from "./distribution";
import { distributionRefusals } from "./distribution-rules";
import { HUB_HYPERPARAMETERS } from "./hub-push";
import type { TrainingFieldValues } from "./schema";

type Values = TrainingFieldValues;
type Field = keyof Values;
export type Remark = { field: Field; message: string };

/** Families on which the Training Compiler runs (SageMaker Python SDK 2.257.6). */
const COMPILER_FAMILIES = ["p3", "p3dn", "g4dn", "p4d", "g5"];

/** CreateTrainingJob's limits (its service model), and how many hyperparameters the toolkit always gets. */
const MAX_CHANNELS = 20;
const MAX_HYPERPARAMETERS = 100;
const TOOLKIT_COUNT = 5;

/** Combinations that SageMaker or the container refuses, some of them only once the job runs. */
export function trainingRefusals(values: Values): Remark[] {
  const parsed = parseImageUri(values.image);
  const container = parsed.ok ? parsed.container : null;
  return [
    ...machineRefusals(values, container),
    ...distributionRefusals(values, container),
    ...spotRefusals(values),
    ...networkRefusals(values),
    ...sourceRefusals(values),
    ...countRefusals(values, container),
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
  // ResourceConfig in SageMaker's API reference: local disks are encrypted by hardware, with no key of one's own.
  if (values.volumeKmsKeyId && (known?.localNvmeGB ?? 0) > 0) {
    const message = `${values.instanceType} has disks of its own: SageMaker refuses a KMS key for its volumes.`;
    remarks.push({ field: "volumeKmsKeyId", message });
  }
  return remarks;
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
  if (values.networkIsolation && values.channels.length >= MAX_CHANNELS) {
    const message = "Without a network the script takes one of the 20 channels: leave out one of yours.";
    remarks.push({ field: "networkIsolation", message });
  }
  if (values.networkIsolation && values.sourceFiles.includes("requirements.txt")) {
    const message = "Without a network requirements.txt cannot be installed and the job fails: leave it out.";
    remarks.push({ field: "networkIsolation", message });
  }
  return remarks;
}

function sourceRefusals({ source, sourceFiles, entryPoint }: Values): Remark[] {
  if (source === "s3" || sourceFiles.length === 0 || sourceFiles.includes(entryPoint)) return [];
  const message = `There is no ${entryPoint} in the archive: the container would not find what to run.`;
  return [{ field: "entryPoint", message }];
}

/** SageMaker counts the toolkit's own hyperparameters, five and those of distribution and compiler, as well. */
function countRefusals(values: Values, container: Container | null): Remark[] {
  const { distribution } = values;
  const ofDistribution = distributionHyperparameters(
    distribution === "smp"
      ? { kind: "smp", parameters: "{}", processesPerHost: 1, mpiOptions: "" }
      : distribution === "smddp"
        ? { kind: "smddp", mpiOptions: "" }
        : { kind: distribution },
    "",
  );
  const ofCompiler = container?.family === "training-compiler" ? compilerHyperparameters(false) : {};
  const own = TOOLKIT_COUNT + Object.keys({ ...ofDistribution, ...ofCompiler }).length;
  const room = MAX_HYPERPARAMETERS - own - (values.hubPush ? HUB_HYPERPARAMETERS.length : 0);
  if (values.hyperparameters.length <= room) return [];
  const message = `SageMaker takes at most 100, and the toolkit needs some of them: ${room} are yours.`;
  return [{ field: "hyperparameters", message }];
}
