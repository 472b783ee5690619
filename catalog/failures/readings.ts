import type { FailureReading, FailureSubject } from "./schema";

const EVERYWHERE: readonly FailureSubject[] = ["endpoint", "training-job", "transform-job", "invocation"];
/** Whatever loads a model. */
const LOADING: readonly FailureSubject[] = ["endpoint", "training-job", "transform-job"];
/** Whatever is served by a container. */
const SERVING: readonly FailureSubject[] = ["endpoint", "transform-job"];

/** The console's reading of each report: its name, how telling it is, and what a corrected form changes. */
export const READINGS: Readonly<Record<string, FailureReading>> = {
  "ping-health": {
    title: "The container started, but never said that its model was ready",
    rank: "symptom",
    subjects: SERVING,
    fix: "more-time",
  },
  "ping-400": { title: "The container answers its health check with an error", rank: "symptom", subjects: SERVING },
  capacity: { title: "AWS has no free machine of this type", subjects: EVERYWHERE, fix: "other-instance" },
  "capacity-az": { title: "This zone has no free machine of this type", subjects: EVERYWHERE, fix: "other-instance" },
  quota: { title: "The account's quota for this instance type is too small", rank: "broad", fix: "other-instance" },
  "quota-processing": { title: "The account's quota for processing jobs is used up" },
  throttle: { title: "AWS was asked too often", rank: "broad" },
  "runtime-throttle": { title: "More calls at once than the endpoint takes", subjects: ["invocation"] },
  "train-cuda-oom": { title: "The GPU's memory is too small for this training" },
  "user-script": { title: "The script ended with an error", rank: "symptom" },
  "artifact-disk": { title: "The disk was too full to pack what was trained" },
  "disk-full-toolkit": { title: "The model does not fit on the container's own disk", subjects: SERVING },
  "disk-full-download": { title: "The disk is full", rank: "broad", subjects: LOADING },
  "model-too-big-archive": {
    title: "The archive is too large to unpack on this instance",
    subjects: SERVING,
    fix: "larger-instance",
  },
  "unknown-model-type": {
    title: "The container's transformers does not know this kind of model",
    subjects: LOADING,
    fix: "newer-image",
  },
  "unknown-model-key": {
    title: "The container's transformers does not know this kind of model",
    subjects: LOADING,
    beside: /configuration_auto\.py/,
    fix: "newer-image",
  },
  "unsupported-hf-version": { title: "There is no image of this transformers version", subjects: EVERYWHERE },
  "image-missing": {
    title: "The container image was never published under this tag",
    subjects: LOADING,
    fix: "published-image",
  },
  "image-permission": { title: "SageMaker may not pull the container image", subjects: LOADING },
  "images-access": {
    title: "The image cannot be found or read",
    rank: "broad",
    subjects: SERVING,
    fix: "published-image",
  },
  "arch-mismatch": {
    title: "The image is built for another processor than the instance has",
    subjects: LOADING,
    fix: "other-instance",
  },
  "s3-model-access": { title: "The model's archive is missing or may not be read", subjects: SERVING },
  "assume-role": { title: "SageMaker cannot use the execution role" },
  "pass-role": { title: "You may not hand this role to SageMaker" },
  "explicit-deny": { title: "A policy of the organization forbids the call" },
  "invoke-timeout": { title: "The model took longer than SageMaker waits", subjects: ["invocation"] },
  "invoke-read-timeout": { title: "The caller stopped waiting before the answer", subjects: ["invocation"] },
  "oversize-body": { title: "The request is larger than SageMaker takes", subjects: ["invocation"] },
  "hf-task": {
    title: "The container does not know which task the model is for",
    subjects: ["endpoint", "transform-job", "invocation"],
    fix: "task",
  },
  "worker-died": {
    title: "The model's process was killed or stopped while it loaded",
    rank: "symptom",
    subjects: ["endpoint", "transform-job", "invocation"],
    fix: "one-worker",
  },
  gated: {
    title: "The model is gated or private, and no valid token reached the container",
    subjects: LOADING,
    fix: "token",
  },
  "no-internet": { title: "The container cannot reach the Hugging Face Hub", subjects: LOADING },
  "train-no-internet": { title: "The job cannot reach the package index" },
  "trust-remote-code": { title: "The model brings code of its own that nobody allowed to run", subjects: LOADING },
  "tgi-prefill-memory": { title: "The token limits need more memory than the GPU has left", subjects: SERVING },
  "tgi-shard-unsupported": {
    title: "This model cannot be split over several GPUs in this container",
    subjects: SERVING,
    fix: "newer-image",
  },
  "tgi-shard-failed": {
    title: "A part of the model server stopped while it started",
    rank: "symptom",
    subjects: SERVING,
  },
  "tgi-hung-shard": { title: "A part of the model server hangs", subjects: ["endpoint", "invocation"] },
  "gpu-too-small": {
    title: "The model does not fit into the instance's memory",
    rank: "broad",
    subjects: ["endpoint", "transform-job", "invocation"],
    fix: "larger-instance",
  },
  "kv-cache": {
    title: "There is no memory left for a text of the model's full length",
    subjects: SERVING,
    fix: "shorter-context",
  },
  "driver-too-old": {
    title: "The instance's GPU driver is too old for the image",
    subjects: LOADING,
    fix: "host-image",
  },
  "ami-mismatch-silent": {
    title: "The image and the instance's host do not fit together",
    subjects: ["endpoint"],
    fix: "host-image",
  },
  "serverless-image-size": {
    title: "The image is too large for serverless",
    subjects: ["endpoint"],
    fix: "cpu-image",
  },
  "serverless-readonly": {
    title: "The container writes where serverless lets nobody write",
    rank: "broad",
    subjects: ["endpoint", "invocation"],
    onlyServerless: true,
  },
  "serverless-space": {
    title: "Packages that are installed at the start fill the disk",
    subjects: ["endpoint", "invocation"],
  },
  "model-dir-readonly": {
    title: "The container writes into the model's folder, which it may only read",
    subjects: SERVING,
  },
  "exists-config": { title: "An endpoint configuration of this name exists already" },
  "exists-endpoint": { title: "An endpoint of this name exists already" },
  "config-missing": { title: "The endpoint configuration was deleted while it was needed" },
  "spot-maxwait": { title: "The waiting time for spot capacity does not fit" },
  "spot-no-checkpoint": { title: "Spot capacity was taken away", rank: "broad" },
  "max-runtime": { title: "The job ran into its time limit" },
  "transform-http": { title: "A record could not be processed", rank: "symptom" },
  "transform-noresponse": { title: "The container died or took too long over a record" },
  "content-type": {
    title: "The container does not read this kind of content",
    subjects: ["transform-job", "invocation", "endpoint"],
  },
  "hub-name": { title: "The Hub has no such model or revision, or could not be reached", subjects: LOADING },
  "nccl-connect": { title: "The instances cannot reach each other" },
  "nccl-timeout": { title: "One of the processes kept the others waiting" },
  "scale-zero-unsupported": { title: "This region does not scale to zero instances", subjects: ["endpoint"] },
  "scale-zero-needs-ic": { title: "Managed scaling needs inference components", subjects: ["endpoint"] },
  "ic-copycount": { title: "An inference component begins with one copy at least", subjects: ["endpoint"] },
  "neuron-capacity": {
    title: "AWS probably has no free machine of this type",
    subjects: ["endpoint"],
    fix: "larger-instance",
  },
  "sdk-slow-session": { title: "A harmless line of the SDK", isHarmless: true },
};
