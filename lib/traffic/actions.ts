"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { SplitTrafficInput } from "./schema";
import { splitTraffic } from "./service";

/** Moves traffic between variants and changes their instance counts, by the requests that were reviewed. */
export const splitTrafficAction = workspaceAction({
  permission: "endpoint:deploy",
  input: SplitTrafficInput,
  // As other changes of an endpoint, so that its charts mark it.
  target: ({ endpoint }) => `endpoint ${endpoint}`,
  run: (input, { workspace, member }) => splitTraffic(workspace, member, input),
});
