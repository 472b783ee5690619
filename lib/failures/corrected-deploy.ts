import { hostAmiOf } from "@/catalog/containers/host-ami";
import { parseImageUri } from "@/catalog/containers/image-uri";
import { typeSupport } from "@/catalog/model-types/select";
import { imageForDevice, imageWithTransformers, publishedImage } from "@/lib/containers/alternatives";
import type { LinkedVariable } from "@/lib/deploy/correction";
import { deployVariantLink } from "@/lib/deploy/deploy-again";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { nextLarger, otherFamily } from "@/lib/instances/larger";

import type { Finding } from "./diagnose";

/** A way to the deploy form as the endpoint was deployed, with what failed already changed. */
export type CorrectedDeploy = { label: string; path: `/deploy${string}` };

type Change = { label: string; change?: Record<string, string> };
const UNCHANGED: Change = { label: "Deploy again" };
/** Long enough for tens of gigabytes from the Hub; SageMaker allows an hour. */
const LONGER_START_SECONDS = "1800";

/** The corrected form for a finding; without a finding, or where only a person can decide, the form as it was. */
export function correctedDeploy(
  variant: VariantDetail | undefined,
  finding: Finding | undefined,
  region: string,
): CorrectedDeploy {
  const { label, change = {} } = (finding && changeFor(variant, finding, region)) ?? UNCHANGED;
  const [path = "/deploy", query = ""] = deployVariantLink(variant, null).split("?");
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) parameters.set(name, value);
  return { label, path: `${path}?${parameters}` as `/deploy${string}` };
}

function changeFor(variant: VariantDetail | undefined, { rule, values }: Finding, region: string): Change | null {
  const image = variant?.container?.image ?? "";
  const type = variant?.instanceType ?? "";
  switch (rule.fix) {
    case "larger-instance":
      return withInstance(nextLarger(type));
    case "other-instance":
      return withInstance(otherFamily(type));
    case "newer-image":
      return withImage(newerImage(image, values[0] ?? "", region), "with a newer container");
    case "published-image":
      return withImage(publishedImage(image, region), "with a published image");
    case "cpu-image":
      return withImage(imageForDevice(image, "cpu", region), "with the image for the CPU");
    case "host-image":
      return hostImage(image);
    case "task":
      return { label: "Choose a task and deploy again" };
    case "token":
      return { label: "Deploy again with a token", change: { token: "typed" } };
    case "more-time":
      return { label: "Deploy again with more time to start", change: { startup: LONGER_START_SECONDS } };
    case "shorter-context":
      return shorterContext(image, values[1]);
    case "one-worker":
      return setting("MMS_DEFAULT_WORKERS_PER_MODEL", "1", "Deploy again with one worker");
    case null:
      return null;
  }
}

function withInstance(instance: string | null): Change | null {
  return instance ? { label: `Deploy again on ${instance}`, change: { instance } } : null;
}

function withImage(image: string | null, how: string): Change | null {
  return image ? { label: `Deploy again ${how}`, change: { image } } : null;
}

function newerImage(image: string, modelType: string, region: string): string | null {
  const parsed = parseImageUri(image);
  const version = parsed.ok ? (parsed.container.transformersVersion ?? "0.0.0") : "0.0.0";
  const support = modelType ? typeSupport(modelType, version) : null;
  const since = support && !support.known && support.why === "too-old" ? support.since : null;
  return since ? imageWithTransformers(image, since, region) : null;
}

/** The host that the image asks for. One that asks for none has an old CUDA, which the newest driver runs too. */
function hostImage(image: string): Change {
  const parsed = parseImageUri(image);
  const host = parsed.ok ? hostAmiOf(parsed.container) : null;
  const version = host?.inferenceAmiVersion ?? "al2-ami-sagemaker-inference-gpu-3-1";
  return { label: "Deploy again on a fitting host image", change: { host: version } };
}

function shorterContext(image: string, tokens: string | undefined): Change | null {
  if (!tokens) return null;
  const name = /vllm/.test(image) ? "SM_VLLM_MAX_MODEL_LEN" : /sglang/.test(image) ? "SM_SGLANG_CONTEXT_LENGTH" : null;
  return setting(name ?? "MAX_TOTAL_TOKENS", tokens, `Deploy again for ${tokens} tokens at most`);
}

function setting(name: LinkedVariable, value: string, label: string): Change {
  return { label, change: { set: `${name}=${value}` } };
}
