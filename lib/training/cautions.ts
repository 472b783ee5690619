import { parseImageUri } from "@/catalog/containers/image-uri";
import { instanceTypeById } from "@/catalog/instance-types/select";

import { isBeyondTorchrunList } from "./distribution-rules";
import type { TrainingFieldValues } from "./schema";

/** A run of this length that starts again from nothing costs more than checkpoints do. */
const LONG_SECONDS = 28 * 86_400;
/** What the Python SDK asks for by itself. */
const USUAL_VOLUME_GB = 30;

/** What works and is seldom meant. */
export function trainingCautions(values: TrainingFieldValues): string[] {
  const count = Number(values.instanceCount);
  const machine = instanceTypeById(values.instanceType);
  const gpus = machine?.accelerator?.count ?? 0;
  const parsed = parseImageUri(values.image);
  const container = parsed.ok ? parsed.container : null;
  const isSharded = values.channels.some((channel) => channel.isSharded);
  const modes = [values.inputMode, ...values.channels.map(({ mode }) => mode)];
  const folders = values.channels.map(({ name }) => name.toUpperCase());
  const hasRequirements = values.sourceFiles.includes("requirements.txt");
  const nvme = machine?.localNvmeGB ?? 0;
  return [
    values.isSpot && !values.checkpointUri
      ? "Spot capacity without checkpoints: after an interruption the job begins from nothing."
      : null,
    values.distribution === "none" && count > 1
      ? "Several instances without a distribution: each of them runs the whole script on its own."
      : null,
    values.distribution !== "none" && count * gpus === 1 ? "A distribution over a single GPU changes nothing." : null,
    values.distribution === "torch-distributed" && isBeyondTorchrunList(container)
      ? "The SageMaker Python SDK knows torchrun up to PyTorch 2.8.0 and refuses this container; SageMaker itself takes it."
      : null,
    isSharded && count === 1 ? "Splitting a channel between instances has no effect with one instance." : null,
    values.encryptTraffic && count === 1 ? "With one instance there is no traffic between instances to encrypt." : null,
    values.networkIsolation
      ? "Without a network the script cannot read the Hub: bring models and data as channels."
      : null,
    values.subnets && hasRequirements && !values.networkIsolation
      ? "requirements.txt is installed from the internet: the subnets need a way there (NAT), or the job fails."
      : null,
    modes.includes("Pipe")
      ? "Pipe mode gives the script a stream instead of files; Hugging Face scripts expect files."
      : null,
    nvme > 0 && Number(values.volumeGb) !== USUAL_VOLUME_GB
      ? `${values.instanceType} has disks of its own (${nvme.toLocaleString("en-US")} GB): SageMaker uses them and ignores the volume size.`
      : null,
    Number(values.keepAliveSeconds) > 0 && Number(values.maxRunSeconds) + Number(values.keepAliveSeconds) > LONG_SECONDS
      ? "Instances are kept warm for 28 days in all, the job's own time included: they may end sooner."
      : null,
    Number(values.keepAliveSeconds) > 0
      ? "Instances that are kept warm are billed while they wait, and need a quota of their own (warm pool usage)."
      : null,
    new Set(folders).size < folders.length
      ? "Two channels differ in capitals only: the script finds one of them in its SM_CHANNEL_ variable."
      : null,
  ].filter((text) => text !== null);
}
