import { parseAsString, parseAsStringLiteral } from "nuqs/server";

import { OUTCOME_FILTERS } from "@/lib/audit/schema";

/** The filters of the activity page, as they stand in its address. */
export const activityParams = {
  person: parseAsString.withDefault(""),
  action: parseAsString.withDefault(""),
  outcome: parseAsStringLiteral(OUTCOME_FILTERS),
  search: parseAsString.withDefault(""),
};
