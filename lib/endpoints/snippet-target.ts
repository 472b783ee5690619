import "server-only";
import { env } from "@/lib/env";
import type { SnippetTarget } from "@/lib/inference/snippets";
import type { Workspace } from "@/lib/workspaces/view";

/** Where code that calls an endpoint has to send its requests. */
export function snippetTarget(workspace: Workspace, endpointName: string): SnippetTarget {
  const endpointUrl = workspace.isEmulator ? (env().EMULATOR_URL ?? null) : workspace.endpointUrl;
  return { endpointName, region: workspace.region, endpointUrl };
}
