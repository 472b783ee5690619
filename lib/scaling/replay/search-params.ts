import { parseAsFloat, parseAsInteger, parseAsJson, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { REPLAY_SPAN_IDS, TriedActions } from "./schema";

/** What a replay keeps in its address; null is what the endpoint has today. */
export const replayParams = {
  variant: parseAsString,
  span: parseAsStringLiteral(REPLAY_SPAN_IDS).withDefault("7d"),
  target: parseAsFloat,
  min: parseAsInteger,
  max: parseAsInteger,
  out: parseAsInteger,
  in: parseAsInteger,
  startUp: parseAsInteger,
  /** Scheduled actions to try. */
  actions: parseAsJson(TriedActions),
};
