import { parseAsString, parseAsStringLiteral } from "nuqs/server";

import { containerById } from "@/catalog/containers/select";

export const CONTAINER_TABLES = ["inference", "training"] as const;

/** What of the Containers page a colleague could want in a link. */
export const containerSearchParams = {
  /** `repository:tag` of the chosen image; absent: the default. */
  image: parseAsString,
  /** Absent: the workspace's region. */
  region: parseAsString,
  table: parseAsStringLiteral(CONTAINER_TABLES).withDefault("inference"),
  q: parseAsString.withDefault(""),
};

/** The id in an address, when the catalogue still has it. */
export function knownImageId(id: string | null): string | null {
  return id !== null && containerById(id) ? id : null;
}
