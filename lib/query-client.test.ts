import { dehydrate, hydrate } from "@tanstack/react-query";
import { expect, test } from "vitest";

import { AppError } from "./errors";
import { makeQueryClient, streamed } from "./query-client";

const queryKey = ["numbers"];

/** What a browser has of a query that its server began to read and did not wait for. */
async function afterStreaming(read: () => Promise<unknown>) {
  const [server, browser] = [makeQueryClient(), makeQueryClient()];
  void server.prefetchQuery({ queryKey, queryFn: streamed(read) });
  browser.setQueryDefaults(queryKey, { retry: false });
  hydrate(browser, dehydrate(server));
  const query = browser.getQueryCache().find({ queryKey });
  await query?.promise?.catch(() => {});
  return query?.state;
}

test("data arrives as it was read", async () => {
  expect(await afterStreaming(async () => [1, 2])).toMatchObject({ status: "success", data: [1, 2] });
});

test("a failure arrives with its words and what to do", async () => {
  const failure = new AppError("unavailable", "AWS could not be reached.", { hint: "Try again." });
  const state = await afterStreaming(() => Promise.reject(failure));
  expect(state).toMatchObject({ status: "error", data: undefined });
  expect((state?.error as AppError).problem).toStrictEqual(failure.problem);
});
