import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { DIMENSIONS } from "./dimensions";
import { WARNING_KINDS, type WarningKind } from "./warnings";

export const REVIEW_SORTS = ["name", "max", "warnings"] as const;
export const REVIEW_SHOWS = ["warnings", "suspended", "scheduled", "unscaled"] as const;
export type ReviewShow = (typeof REVIEW_SHOWS)[number];

/** What the review of scaling keeps in its address. */
export const reviewParams = {
  search: parseAsString.withDefault(""),
  dimension: parseAsStringLiteral(DIMENSIONS),
  show: parseAsArrayOf(parseAsStringLiteral(REVIEW_SHOWS)).withDefault([]),
  warning: parseAsStringLiteral(Object.keys(WARNING_KINDS) as WarningKind[]),
  sort: parseAsStringLiteral(REVIEW_SORTS).withDefault("name"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
  page: parseAsInteger.withDefault(1),
  limit: parseAsInteger.withDefault(50),
};

/** Which half of an endpoint's Scaling tab is open. */
export const scalingView = parseAsStringLiteral(["now", "replay"] as const).withDefault("now");
