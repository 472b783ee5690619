import { buildImageUri, parseImageUri } from "@/catalog/containers/image-uri";
import type { Container, ContainerDevice } from "@/catalog/containers/schema";
import { containersFor, defaultContainer } from "@/catalog/containers/select";
import { newestFirst } from "@/catalog/containers/versions";

/** The published inference image whose name is most like a mistyped one, as it lies in a region; null: the region has none. */
export function publishedImage(image: string, region: string): string | null {
  const [name = "", tag = ""] = image.slice(image.indexOf("/") + 1).split(":");
  const same = held(region).filter(({ repository }) => repository === name);
  const isGpu = /-gpu-|-cu\d{3}/.test(tag);
  const likely = same.filter(({ device }) => (device === "gpu") === isGpu);
  const [best] = (likely.length > 0 ? likely : same).toSorted((a, b) => alike(b.tag, tag) - alike(a.tag, tag));
  return uriOf(best ?? defaultContainer("inference", isGpu ? "gpu" : "cpu"), region);
}

/** An image of the same family for another device, of the same version if there is one; null: the region has none. */
export function imageForDevice(image: string, device: ContainerDevice, region: string): string | null {
  const parsed = parseImageUri(image);
  const current = parsed.ok ? parsed.container : null;
  const fits = held(region).filter((row) => row.device === device);
  const family = fits.filter((row) => row.family === current?.family && row.framework === current.framework);
  const same = family.find((row) => row.transformersVersion === current?.transformersVersion);
  return uriOf(same ?? family.toSorted(byVersion)[0] ?? defaultContainer("inference", device), region);
}

/**
 * An image of the same family and device whose transformers is at least `since`; null: none is published there. The
 * lowest such version, for the least change.
 */
export function imageWithTransformers(image: string, since: string, region: string): string | null {
  const parsed = parseImageUri(image);
  if (!parsed.ok) return null;
  const { family, framework, device } = parsed.container;
  const fits = held(region).filter(
    (row) =>
      row.family === family &&
      row.framework === framework &&
      row.device === device &&
      row.transformersVersion !== null &&
      newestFirst(row.transformersVersion, since) <= 0,
  );
  return uriOf(fits.toSorted(byVersion).at(-1), region);
}

function held(region: string): Container[] {
  return containersFor("inference").filter((row) => buildImageUri(row, region).ok);
}

function byVersion(a: Container, b: Container): number {
  return newestFirst(a.transformersVersion ?? a.frameworkVersion, b.transformersVersion ?? b.frameworkVersion);
}

function uriOf(container: Container | undefined, region: string): string | null {
  const built = container ? buildImageUri(container, region) : null;
  return built?.ok ? built.imageUri : null;
}

/** How many letters two tags begin with in common. */
function alike(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}
