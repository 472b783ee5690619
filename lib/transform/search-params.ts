import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { TRANSFORM_STATUSES } from "./job-view";
import { ListTransformJobsInput, TRANSFORM_SORTS } from "./list-schema";

/** What the list of transform jobs keeps in its address. */
export const transformListParams = {
  cursor: parseAsString.withDefault(""),
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(TRANSFORM_STATUSES),
  createdAfter: parseAsString.withDefault(""),
  createdBefore: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(TRANSFORM_SORTS).withDefault("created"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  limit: parseAsInteger.withDefault(25),
};

type Values = {
  [K in keyof typeof transformListParams]: ReturnType<(typeof transformListParams)[K]["parseServerSide"]>;
};

/** The request that an address stands for; what is not valid in it is left out, so that a mistyped link still works. */
export function toListInput(values: Values): Partial<ListTransformJobsInput> {
  const entries = Object.entries(values).filter(([name, value]) => {
    if (value === null || value === "") return false;
    return ListTransformJobsInput.safeParse({ [name]: value }).success;
  });
  return Object.fromEntries(entries);
}
