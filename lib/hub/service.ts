import "server-only";
import { cachedRead } from "@/lib/aws/read-cache";
import { env } from "@/lib/env";
import { workspaceHubToken } from "@/lib/settings/hub-token";
import type { Workspace } from "@/lib/workspaces/view";

import { askHub } from "./ask-hub";
import type { HubModelInput } from "./schema";
import type { HubModel } from "./view";

const KEPT_MS = 60_000;

/** What the Hub says of a model to whoever holds the workspace's saved token; the same question is asked once a minute. */
export async function lookUpHubModel(workspace: Workspace, input: HubModelInput): Promise<HubModel> {
  const token = await workspaceHubToken(workspace.id);
  const question = { ...input, token: token?.slice(-4) ?? null };
  return cachedRead(workspace, "hub-model", question, KEPT_MS, () =>
    askHub({ ...input, token, hubUrl: env().HUB_URL.replace(/\/$/, "") }),
  );
}
