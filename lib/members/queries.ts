import { queryOptions } from "@tanstack/react-query";

import { getJson } from "@/lib/http/get-json";

import type { MemberView } from "./view";

export const memberKeys = { all: ["members"] as const };

export const memberQueries = {
  list: () =>
    queryOptions({
      queryKey: memberKeys.all,
      queryFn: ({ signal }) => getJson<MemberView[]>("/api/members", { signal }),
    }),
};
