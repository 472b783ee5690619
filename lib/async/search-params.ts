import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { ASYNC_STATES } from "./request-view";

/** What the inbox keeps in its address. */
export const asyncParams = {
  endpoint: parseAsString.withDefault(""),
  state: parseAsStringLiteral(ASYNC_STATES),
  search: parseAsString.withDefault(""),
  mine: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  /** The request that is open. */
  request: parseAsString,
};
