import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";

import { askAnew, getJson } from "./get-json";

afterEach(() => vi.unstubAllGlobals());

test("a refetch that somebody asked for goes round every cache, and the next one does not", async () => {
  const asked = vi.fn(async (_path: string, _init: RequestInit) => Response.json("answer"));
  vi.stubGlobal("fetch", asked);
  const observer = new QueryObserver(new QueryClient(), { queryKey: ["a"], queryFn: () => getJson("/api/a") });
  const modes = () => asked.mock.calls.map(([, { cache }]) => cache);

  let refetched: Promise<unknown> | undefined;
  askAnew(() => (refetched = observer.refetch()));
  await refetched;
  await observer.refetch();
  expect(modes()).toStrictEqual(["reload", undefined]);
});
