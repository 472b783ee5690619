import { containers, contradictions, referenceRows } from "./data";
import type { Container, ContainerDevice, ContainerUse, Contradiction, ReferenceRow, ReferenceTable } from "./schema";

const byId = new Map<string, Container>(containers.map((container) => [container.id, container]));
const byShortName = new Map<string, Container>(
  containers.flatMap((container) =>
    container.shortTag ? [[`${container.repository}:${container.shortTag}`, container] as const] : [],
  ),
);

/** The image of an id (`repository:tag`), or null. */
export function containerById(id: string): Container | null {
  return byId.get(id) ?? null;
}

/** The image of a repository and a tag; the SDK's short tags count too. */
export function containerByName(repository: string, tag: string): Container | null {
  const name = `${repository}:${tag}`;
  return byId.get(name) ?? byShortName.get(name) ?? null;
}

/** Images for a use and, when given, a device. */
export function containersFor(use: ContainerUse, device?: ContainerDevice | null): Container[] {
  return containers.filter((container) => container.use === use && (!device || container.device === device));
}

/** What a picker starts with: the newest PyTorch image of the Transformers family that the SDK knows. */
export function defaultContainer(use: ContainerUse = "inference", device?: ContainerDevice | null): Container {
  const wanted = device ?? (use === "inference" ? "cpu" : "gpu");
  const fits = containersFor(use, wanted);
  const usual = fits.find((row) => row.family === "huggingface" && row.framework === "pytorch" && row.sdk !== null);
  const found = usual ?? fits[0] ?? containers[0];
  if (!found) throw new Error("The catalogue holds no image.");
  return found;
}

/** What the sources disagree about for an image. */
export function contradictionsOf(container: Container): Contradiction[] {
  return contradictions.filter((row) => row.containerId === container.id);
}

/** A table of the reference page, row for row. */
export function referenceTable(table: ReferenceTable): ReferenceRow[] {
  return referenceRows.filter((row) => row.table === table);
}

/** Images of a use that the reference page does not have, newest first. */
export function beyondReferencePage(use: ContainerUse): Container[] {
  return containers.filter((container) => container.use === use && container.referenceRow === null);
}
