import { buildImageUri } from "@/catalog/containers/image-uri";
import { containerById } from "@/catalog/containers/select";
import { sampleOfSource } from "@/lib/samples/place";

import type { TrainingJobView } from "./job-view";
import { servingImage } from "./serving-image";

/** What a job left for serving; `note` says what to mind, and why there is no archive. */
export type TrainedModel = {
  archiveUri: string | null;
  /** The image of the region that can load it; null: none is known. */
  image: string | null;
  task: string | null;
  note: string | null;
  isRisky: boolean;
};

type Trained = Pick<TrainingJobView, "artifactUri" | "image" | "sourceUri">;

/** A completed job's model with the inference image that fits what it was trained with. */
export function trainedModel({ artifactUri, image, sourceUri }: Trained, region: string): TrainedModel {
  const nothing = { archiveUri: null, image: null, task: null, isRisky: true };
  if (!artifactUri) return { ...nothing, note: "This job left no model." };
  if (!artifactUri.endsWith(".tar.gz")) {
    return { ...nothing, note: "The model lies uncompressed in S3; the forms take a model.tar.gz." };
  }
  const { containerId, note, isRisky } = servingImage(image ?? "", region);
  const container = containerId ? containerById(containerId) : null;
  const built = container && buildImageUri(container, region);
  return {
    archiveUri: artifactUri,
    image: built?.ok ? built.imageUri : null,
    task: sampleOfSource(sourceUri)?.task ?? null,
    note,
    isRisky,
  };
}
