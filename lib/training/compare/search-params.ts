import { parseAsArrayOf, parseAsBoolean, parseAsString } from "nuqs/server";

/** What a comparison keeps in its address. */
export const comparisonParams = {
  jobs: parseAsArrayOf(parseAsString).withDefault([]),
  /** Whether rows in which all jobs agree are shown too. */
  all: parseAsBoolean.withDefault(false),
};
