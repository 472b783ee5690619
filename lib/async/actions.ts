"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { AsyncIdsInput, ResendInput } from "./request-schema";
import { forgetRequests } from "./requests";
import { resendAsync } from "./send";

export const forgetAsyncRequestsAction = workspaceAction({
  permission: "endpoint:invoke",
  input: AsyncIdsInput,
  target: ({ ids }) => `${ids.length} asynchronous ${ids.length === 1 ? "request" : "requests"}, taken off the list`,
  run: ({ ids }, viewer) => forgetRequests(viewer, ids),
});

export const resendAsyncRequestAction = workspaceAction({
  permission: "endpoint:invoke",
  input: ResendInput,
  target: ({ id }) => `asynchronous request ${id}, sent again`,
  run: (input, owner) => resendAsync(owner, input),
});
