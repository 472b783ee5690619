import "server-only";
import type { TrainingSample } from "@/catalog/samples/schema";
import { putObject } from "@/lib/aws/s3/put-object";
import type { TrainingStart } from "@/lib/training/defaults";
import type { TrainingFormValues } from "@/lib/training/schema";
import { packSource } from "@/lib/training/source-archive";
import { uploadBucket } from "@/lib/uploads/service";
import type { Workspace } from "@/lib/workspaces/view";

import { readSampleFiles } from "./files";
import { sampleForm } from "./form";
import { sampleOfSource, samplePlace } from "./place";

/** The training form filled with a sample. Nothing is uploaded yet: that happens when the job is created. */
export async function sampleTrainingForm(sample: TrainingSample, start: TrainingStart): Promise<TrainingFormValues> {
  const { digest, source } = await readSampleFiles(sample);
  return sampleForm(sample, start, { digest, files: source.map(({ name }) => name) });
}

/**
 * Puts the script and data of a sample where a job expects them; a job with any other script is left alone. The
 * addresses are made of the content, so that doing it again changes nothing.
 */
export async function provideSample(workspace: Workspace, sourceUri: string): Promise<void> {
  const sample = sampleOfSource(sourceUri);
  if (!sample) return;
  const bucket = await uploadBucket(workspace);
  const { digest, source, channels } = await readSampleFiles(sample);
  const place = samplePlace(sample, bucket, digest);
  if (sourceUri !== place.sourceUri) return;
  for (const { name, contentType } of sample.channels) {
    for (const file of channels[name] ?? []) {
      await putObject(workspace, { bucket, key: `${place.channelKey(name)}/${file.name}` }, file.content, contentType);
    }
  }
  const { archive } = await packSource(
    source.map(({ name, content }) => ({ path: name, file: new Blob([new Uint8Array(content)]) })),
  );
  const body = new Uint8Array(await archive.arrayBuffer());
  await putObject(workspace, { bucket, key: place.sourceKey }, body, "application/gzip");
}
