import "server-only";
import { listEndpointConfigNames } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { inPool } from "@/lib/endpoints/pool";
import { deployedConfigs } from "@/lib/operations/deployed-configs";
import type { Workspace } from "@/lib/workspaces/view";

import { readRun } from "./read-base";
import { listSeenConfigs } from "./seen-configs";
import { listUpdates } from "./update-store";
import type { EndpointHistory, HistoryEntry } from "./view";

const WIDTH = 5;
const MOST_ENTRIES = 40;

/**
 * Every configuration that an endpoint is known to have run. SageMaker keeps no such list: it is put together from what
 * this console saw and did, and from configurations whose names begin with the endpoint's.
 */
export async function readHistory(workspace: Workspace, name: string): Promise<EndpointHistory> {
  const [endpoint, seen, updates, deployed, named] = await Promise.all([
    describeEndpoint(workspace, name),
    listSeenConfigs(workspace.id, name),
    listUpdates(workspace.id, name),
    deployedConfigs(workspace.id, name),
    namedAfter(workspace, name),
  ]);
  const pairs: [string, HistoryEntry["sources"][number]][] = [
    ...(endpoint.configName ? [[endpoint.configName, "seen"] as [string, "seen"]] : []),
    ...seen.map(({ configName }): [string, "seen"] => [configName, "seen"]),
    ...updates.flatMap(({ fromConfig, toConfig }): [string, "update"][] => [
      [toConfig, "update"],
      [fromConfig, "update"],
    ]),
    ...deployed.map((config): [string, "deploy"] => [config, "deploy"]),
    ...named.map((config): [string, "name"] => [config, "name"]),
  ];
  const names = [...new Set(pairs.map(([config]) => config))].slice(0, MOST_ENTRIES);
  const entries = await inPool(names, WIDTH, async (configName): Promise<HistoryEntry> => {
    const run = await readRun(workspace, configName);
    const known = seen.filter((each) => each.configName === configName);
    const update = updates.find(({ toConfig }) => toConfig === configName);
    return {
      configName,
      run: run ?? known[0]?.run ?? update?.requested ?? null,
      isCurrent: endpoint.configName === configName,
      exists: run !== null,
      firstSeenAt: known.map(({ firstSeenAt }) => firstSeenAt).toSorted()[0] ?? null,
      lastSeenAt:
        known
          .map(({ lastSeenAt }) => lastSeenAt)
          .toSorted()
          .at(-1) ?? null,
      servedAt: known.flatMap(({ servedAt }) => servedAt ?? []).toSorted()[0] ?? null,
      sources: [...new Set(pairs.filter(([config]) => config === configName).map(([, source]) => source))],
    };
  });
  const sorted = entries.toSorted((a, b) => newest(b).localeCompare(newest(a)));
  return { entries: sorted, updates, lastGood: lastGoodOf(sorted) };
}

/** The newest configuration beside the current one that was in service, still exists, and whose models do. */
export function lastGoodOf(entries: HistoryEntry[]): string | null {
  const good = entries
    .filter(({ isCurrent, exists, servedAt, run }) => !isCurrent && exists && servedAt !== null && run !== null)
    .filter(({ run }) => run?.variants.every(({ image }) => image !== null))
    .toSorted((a, b) => (b.lastSeenAt ?? "").localeCompare(a.lastSeenAt ?? ""));
  return good[0]?.configName ?? null;
}

function newest({ isCurrent, lastSeenAt, run }: HistoryEntry): string {
  return isCurrent ? "9" : (lastSeenAt ?? run?.createdAt ?? "");
}

async function namedAfter(workspace: Workspace, name: string): Promise<string[]> {
  const { names } = await listEndpointConfigNames(workspace, null, name);
  return names.filter((config) => config === name || config.startsWith(`${name}-`));
}
