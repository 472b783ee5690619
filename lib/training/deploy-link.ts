import { sampleOfSource } from "@/lib/samples/place";

import type { TrainingJobView } from "./job-view";
import { servingImage } from "./serving-image";

/** Where to deploy what a job made; `note` says what to mind, and why there is no path. */
export type DeployTrained = { path: `/deploy?${string}` | null; note: string | null; isRisky: boolean };

const NOTHING: DeployTrained = { path: null, note: null, isRisky: false };

/** A link to the deploy form filled with the job's model and the image that fits what it was trained with. */
export function deployTrainedLink(
  job: Pick<TrainingJobView, "artifactUri" | "image" | "sourceUri" | "status">,
  region: string,
): DeployTrained {
  if (job.status !== "Completed" && job.status !== "Stopped") return NOTHING;
  if (!job.artifactUri) return NOTHING;
  if (!job.artifactUri.endsWith(".tar.gz")) {
    return {
      path: null,
      note: "The model lies uncompressed in S3; the deploy form takes a model.tar.gz.",
      isRisky: true,
    };
  }
  const { containerId, note, isRisky } = servingImage(job.image ?? "", region);
  const sample = sampleOfSource(job.sourceUri);
  const query = new URLSearchParams({
    source: "s3",
    archive: job.artifactUri,
    ...(sample && { task: sample.task }),
    ...(containerId && { image: containerId }),
  });
  return { path: `/deploy?${query}`, note, isRisky };
}
