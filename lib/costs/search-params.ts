import { parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";

import { COST_KINDS } from "./view";

/** For how long nobody must have called; hours. */
export const IDLE_WINDOWS = ["1", "6", "24", "168", "720"] as const;
export const COST_SORTS = ["month", "rate", "projected", "calls", "name"] as const;

/** What the cost page shows. */
export const costParams = {
  search: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(COST_KINDS),
  running: parseAsBoolean.withDefault(false),
  idle: parseAsBoolean.withDefault(false),
  idleHours: parseAsStringLiteral(IDLE_WINDOWS).withDefault("24"),
  sort: parseAsStringLiteral(COST_SORTS).withDefault("month"),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
};
