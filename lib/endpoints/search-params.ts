import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { ENDPOINT_SORTS, ListEndpointsInput } from "./schema";
import { ENDPOINT_STATUSES } from "./view";

/** What the list of endpoints keeps in its address. */
export const endpointListParams = {
  cursor: parseAsString.withDefault(""),
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(ENDPOINT_STATUSES),
  createdAfter: parseAsString.withDefault(""),
  createdBefore: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(ENDPOINT_SORTS).withDefault("created"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  limit: parseAsInteger.withDefault(25),
};

type Values = {
  [K in keyof typeof endpointListParams]: ReturnType<(typeof endpointListParams)[K]["parseServerSide"]>;
};

/** The request that an address stands for; what is not valid in it is left out, so that a mistyped link still works. */
export function toListInput(values: Values): Partial<ListEndpointsInput> {
  const entries = Object.entries(values).filter(([name, value]) => {
    if (value === null || value === "") return false;
    return ListEndpointsInput.safeParse({ [name]: value }).success;
  });
  return Object.fromEntries(entries);
}
