import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { TRAINING_STATUSES } from "./job-view";
import { ListTrainingJobsInput, TRAINING_SORTS } from "./list-schema";

/** What the list of training jobs keeps in its address. */
export const trainingListParams = {
  cursor: parseAsString.withDefault(""),
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(TRAINING_STATUSES),
  createdAfter: parseAsString.withDefault(""),
  createdBefore: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(TRAINING_SORTS).withDefault("created"),
  order: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  limit: parseAsInteger.withDefault(25),
};

type Values = {
  [K in keyof typeof trainingListParams]: ReturnType<(typeof trainingListParams)[K]["parseServerSide"]>;
};

/** The request that an address stands for; what is not valid in it is left out, so that a mistyped link still works. */
export function toListInput(values: Values): Partial<ListTrainingJobsInput> {
  const entries = Object.entries(values).filter(([name, value]) => {
    if (value === null || value === "") return false;
    return ListTrainingJobsInput.safeParse({ [name]: value }).success;
  });
  return Object.fromEntries(entries);
}
