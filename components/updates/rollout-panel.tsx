"use client";

import { useQuery } from "@tanstack/react-query";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { EndpointView, RunningVariant } from "@/lib/endpoints/view";
import { problemIn } from "@/lib/problem-in";
import { rolloutRows, stopRefusal } from "@/lib/updates/rollout-rows";

import { useStopUpdate } from "./use-update";

/** While an endpoint is updated: each fleet's variants, their instances, their share of the traffic, and what they do. */
export function RolloutPanel({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: endpoint } = useQuery(endpointQueries.detail(id, name));
  if (!endpoint) return null;
  const { status, pending } = endpoint;
  if ((status !== "Updating" && status !== "RollingBack") || !pending) return null;
  return (
    <Panel
      title={status === "RollingBack" ? "Going back to what ran before" : "The update, variant by variant"}
      description={
        pending.startedAt ? (
          <>
            From {endpoint.configName} to {pending.configName}, for <Elapsed from={pending.startedAt} />
          </>
        ) : undefined
      }
      actions={status === "Updating" ? <StopButton name={name} endpoint={endpoint} /> : null}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Variants of the update, table">
        <table aria-label="Variants of the update" className="w-full text-sm">
          <thead>
            <tr className="border-b border-border text-left text-muted">
              {["Variant", "Fleet", "Instances", "Traffic", "Doing"].map((head) => (
                <th key={head} scope="col" className="py-1.5 pr-3 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rolloutRows(endpoint.oldFleet, pending.variants).map((row) => (
              <tr key={`${row.fleet} ${row.variant.name}`} className="border-b border-border last:border-0">
                <th scope="row" className="py-1.5 pr-3 text-left font-mono font-medium">
                  {row.variant.name}
                </th>
                <td className="py-1.5 pr-3">{row.fleet}</td>
                <td className="py-1.5 pr-3 tabular-nums">{instances(row.variant)}</td>
                <td className="py-1.5 pr-3 tabular-nums">{Math.round(row.share * 100)} %</td>
                <td className="py-1.5">
                  <Doing variant={row.variant} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function instances({ currentInstances, desiredInstances }: RunningVariant): string {
  return `${currentInstances ?? 0} of ${desiredInstances ?? currentInstances ?? 0}`;
}

function Doing({ variant }: { variant: RunningVariant }) {
  const stage = variant.stages.at(-1);
  if (!stage) return <span className="text-muted">serving</span>;
  return (
    <>
      {stage.stage}
      {stage.message ? `, ${stage.message}` : null}
      {stage.since ? (
        <span className="text-muted">
          {" "}
          for <Elapsed from={stage.since} />
        </span>
      ) : null}
    </>
  );
}

function StopButton({
  name,
  endpoint,
}: {
  name: string;
  endpoint: Pick<EndpointView, "status" | "lastDeployment" | "pending">;
}) {
  const stop = useStopUpdate(name);
  const refusal = useRefusal("endpoint:deploy") ?? stopRefusal(endpoint);
  return (
    <div className="flex max-w-sm flex-col items-end gap-1">
      <Button size="sm" busy={stop.isPending} disabled={refusal !== null} onClick={() => stop.mutate()}>
        Stop and roll back
      </Button>
      {refusal ? <span className="text-right text-sm text-muted">{refusal}</span> : null}
      {stop.error ? <ErrorPanel title="It was not stopped" problem={problemIn(stop.error)} /> : null}
    </div>
  );
}
