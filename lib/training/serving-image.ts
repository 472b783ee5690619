import { containers } from "@/catalog/containers/data";
import { buildImageUri, parseImageUri } from "@/catalog/containers/image-uri";
import type { Container } from "@/catalog/containers/schema";
import { newestFirst } from "@/catalog/containers/versions";

/** Which image can serve what an image trained. `note` says what to mind; `containerId` is null where none is known. */
export type ServingImage = { containerId: string | null; note: string | null; isRisky: boolean };

/**
 * The inference image of the region for a model that was trained in an image: the same transformers version, else the
 * next newer one, as newer versions read what older ones wrote and not the other way round.
 */
export function servingImage(trainingImage: string, region: string): ServingImage {
  const parsed = parseImageUri(trainingImage);
  if (!parsed.ok) {
    return {
      containerId: null,
      note: "The image it was trained in is not a Hugging Face one: choose the container yourself.",
      isRisky: true,
    };
  }
  const trained = parsed.container;
  const version = trained.transformersVersion ?? "0";
  const candidates = containers
    .filter((row) => row.use === "inference" && servesFamily(row, trained) && buildImageUri(row, region).ok)
    .toSorted((a, b) => newestFirst(b.transformersVersion ?? "", a.transformersVersion ?? ""));
  const fitting = candidates.find((row) => newestFirst(row.transformersVersion ?? "0", version) <= 0);
  if (fitting) {
    const isSame = fitting.transformersVersion === version;
    return {
      containerId: fitting.id,
      note: isSame
        ? null
        : `No inference image has transformers ${version}; the next newer one has ${fitting.transformersVersion}.`,
      isRisky: false,
    };
  }
  const newest = candidates.at(-1);
  if (!newest) {
    return { containerId: null, note: `No inference image for this framework is held in ${region}.`, isRisky: true };
  }
  return {
    containerId: newest.id,
    note: `It was trained with transformers ${version}, and the newest inference image has ${newest.transformersVersion}: it may not be able to load the model.`,
    isRisky: true,
  };
}

/** Neuron training leaves compiled or plain checkpoints that Neuron images read; everything else is served on CPU first. */
function servesFamily(row: Container, trained: Container): boolean {
  if (row.framework !== trained.framework) return false;
  if (trained.family === "neuronx") return row.family === "neuronx";
  return row.family === "huggingface" && row.device === "cpu";
}
