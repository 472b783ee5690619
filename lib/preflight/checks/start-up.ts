import { formatBytes } from "@/lib/format/bytes";
import { formatDuration } from "@/lib/format/duration";

import { check } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Look, ModelFacts } from "../view";

/** Rates that we reckon with: nobody promises them. */
const HUB_BYTES_PER_SECOND = 60e6;
const S3_BYTES_PER_SECOND = 150e6;
/** Where nothing is asked for. AWS documents no default; Hugging Face's notebooks ask for 300 to 600 seconds. */
const ASSUMED_SECONDS = 300;

/** The time until the container must answer is enough to fetch and load the model. */
export function checkStartUp({ values }: PreflightPlan, look: Look<ModelFacts> | null): Check | null {
  if (values.mode === "serverless" || look?.state !== "seen" || look.value.weightBytes === null) return null;
  const { weightBytes } = look.value;
  const rate = values.source === "hub" ? HUB_BYTES_PER_SECOND : S3_BYTES_PER_SECOND;
  const seconds = Math.ceil(weightBytes / rate);
  const asked = Number(values.startupTimeoutSeconds) || null;
  const evidence = {
    "Fetch and load": `${formatBytes(weightBytes)} at ${rate / 1e6} MB/s: about ${formatDuration(seconds * 1000)}`,
    "Start-up time-out": asked ? `${asked} s` : "AWS's own, some minutes",
  };
  if (seconds <= (asked ?? ASSUMED_SECONDS))
    return check("start-up", "fine", "Time enough to fetch and load the model.", evidence);
  const longer = String(Math.min(3600, Math.ceil((seconds * 2) / 300) * 300));
  const summary = "Fetching and loading the model may take longer than SageMaker waits for the container.";
  return check("start-up", "warning", summary, evidence, {
    label: `Wait ${longer} seconds`,
    set: { startupTimeoutSeconds: longer, ...(values.source === "s3" && { downloadTimeoutSeconds: longer }) },
  });
}
