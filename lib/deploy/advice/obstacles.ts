import { instanceTypeById } from "@/catalog/instance-types/select";
import { isForAccelerator, MEMORY_SIZES_MB } from "@/lib/deploy/mode-fields";
import { formatNumber } from "@/lib/format/numbers";

import { callsAtOnce } from "./load";
import type { AdvisedMode, Setup } from "./setup";
import type { Workload } from "./workload";

type Rule = (workload: Workload, setup: Setup) => string | null;

/** Why a mode cannot do a workload at all, and what is left to be careful about. */
export type Obstacles = { obstacles: string[]; cautions: string[] };

const LARGEST_SERVERLESS_GB = Math.max(...MEMORY_SIZES_MB) / 1024;
const MOST_SERVERLESS_CALLS = 200;

/** SageMaker's Model Hosting FAQs: 25 MB real time, 4 MB serverless, 1 GB asynchronous. */
const payload =
  (mostMb: number, words: string): Rule =>
  ({ payloadMb }) =>
    payloadMb > mostMb ? `It takes and gives at most ${words}; yours has ${formatNumber(payloadMb)} MB.` : null;

const seconds =
  (most: number, words: string): Rule =>
  ({ secondsPerAnswer }) =>
    secondsPerAnswer > most ? `An answer may take ${words}; yours takes ${formatNumber(secondsPerAnswer)} s.` : null;

/** The device's own memory where the type has one: the model lies there. */
const instanceMemory: Rule = ({ modelGb }, { instanceType }) => {
  const type = instanceTypeById(instanceType);
  const gib = type?.accelerator?.memoryGiBTotal ?? type?.memoryGiB ?? Number.POSITIVE_INFINITY;
  if (modelGb === null || modelGb <= gib) return null;
  return `${instanceType} has ${formatNumber(gib)} GiB${type?.accelerator ? " of accelerator memory" : ""}: choose a larger type for ${formatNumber(modelGb)} GB.`;
};

/** "Serverless Inference" in SageMaker's guide: memory of 1 to 6 GB, and the features it excludes. */
const SERVERLESS: Rule[] = [
  payload(4, "4 MB"),
  seconds(60, "60 seconds"),
  ({ modelGb }) =>
    modelGb !== null && modelGb > LARGEST_SERVERLESS_GB
      ? `An environment has at most ${LARGEST_SERVERLESS_GB} GB of memory; the model needs ${formatNumber(modelGb)} GB.`
      : null,
  (_, { image }) =>
    isForAccelerator(image) ? "It has no GPU and no other accelerator, and the container is built for one." : null,
  (workload) => {
    const atOnce = callsAtOnce(workload);
    return atOnce > MOST_SERVERLESS_CALLS
      ? `It answers at most ${MOST_SERVERLESS_CALLS} calls at once; your peak means ${formatNumber(atOnce)}.`
      : null;
  },
  (_, { usesVpc }) => (usesVpc ? "It cannot be put into a VPC." : null),
  (_, { isIsolated }) => (isIsolated ? "It has no network isolation." : null),
];

const OBSTACLES: Record<AdvisedMode, Rule[]> = {
  "real-time": [
    payload(25, "25 MB"),
    // Model Hosting FAQs: 60 seconds, 8 minutes for an answer that is streamed.
    seconds(480, "60 seconds, 8 minutes when it is streamed"),
    instanceMemory,
  ],
  serverless: SERVERLESS,
  // "Asynchronous inference" in SageMaker's guide: up to 1 GB and 60 minutes.
  async: [payload(1024, "1 GB"), seconds(3_600, "an hour"), instanceMemory],
  batch: [
    // CreateTransformJob: MaxPayloadInMB of at most 100, InvocationsTimeoutInSeconds of at most 3600.
    payload(100, "100 MB for each record"),
    seconds(3_600, "an hour"),
    ({ allowsColdStart }) =>
      allowsColdStart ? null : "Each job starts its instances first: minutes pass before the first answer.",
    (_, { instanceType }) =>
      instanceTypeById(instanceType)?.uses.includes("transform") === false
        ? `SageMaker runs no transform jobs on ${instanceType}: choose another type there.`
        : null,
    instanceMemory,
  ],
};

const CAUTIONS: Record<AdvisedMode, Rule[]> = {
  "real-time": [
    ({ secondsPerAnswer }) =>
      secondsPerAnswer > 60 && secondsPerAnswer <= 480
        ? "Only if the answer is streamed: one that comes whole may take 60 seconds."
        : null,
  ],
  serverless: [
    ({ allowsColdStart }) =>
      allowsColdStart ? "The first call after a while waits until an environment is there and has the model." : null,
    () => "Container and model may have 10 GB unpacked; AWS finds out only when the endpoint starts.",
  ],
  async: [
    () => "Answers are written to S3; the caller fetches them there.",
    ({ allowsColdStart }) =>
      allowsColdStart ? "From no instance, the first answer takes minutes." : "Kept at one instance or more.",
  ],
  batch: [
    () => "Files in S3 are worked through in one go; nothing can be asked in between.",
    (_, { hasOwnCode }) =>
      hasOwnCode ? "The form for jobs packs no code: put your inference.py into the archive first." : null,
  ],
};

/** What stands between a workload and a mode. */
export function obstaclesOf(mode: AdvisedMode, workload: Workload, setup: Setup): Obstacles {
  const said = (rules: Rule[]) => rules.flatMap((rule) => rule(workload, setup) ?? []);
  return { obstacles: said(OBSTACLES[mode]), cautions: said(CAUTIONS[mode]) };
}
