import type { CreateTrainingJobRequest } from "@/lib/training/view";

import { scriptUri } from "./script-uri";
import type { ProgramExport, ScriptSource } from "./view";

type Place = { region: string; bucket: string };

/** A training job as the exports take it; its script is in S3 already, unless it is told where it comes from. */
export function trainingExport(
  training: CreateTrainingJobRequest,
  { region, bucket }: Place,
  script: ScriptSource | null = packedScript(training),
): ProgramExport {
  const requests = { training, model: null, endpoint: null, transform: null, scaling: null };
  return { requests, region, bucket, script, sample: null };
}

function packedScript(training: CreateTrainingJobRequest): ScriptSource | null {
  const uri = scriptUri(training);
  return uri ? { kind: "s3", uri } : null;
}
