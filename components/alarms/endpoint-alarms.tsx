"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { isCovered, offeredAlarms } from "@/lib/alarms/offer";
import { alarmQueries } from "@/lib/alarms/queries";
import { filterAlarms } from "@/lib/alarms/search-params";
import type { AlarmView } from "@/lib/alarms/view";
import { alarmSentence } from "@/lib/alarms/words";
import { endpointQueries } from "@/lib/endpoints/queries";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { AlarmLink } from "./alarm-link";
import { AlarmStateBadge } from "./alarm-state";
import { OfferForm } from "./offer-form";

/** What watches an endpoint, and what should but does not yet. */
export function EndpointAlarms({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: endpoint } = useQuery(endpointQueries.detail(id, name));
  const list = useQuery(alarmQueries.list(id));
  if (!endpoint) return null;
  const alarms = list.data
    ? filterAlarms(list.data, { search: "", state: null, endpoint: name }).filter(({ isOfScaling }) => !isOfScaling)
    : [];
  const missing = offeredAlarms(endpoint).filter((offered) => !isCovered(offered, alarms));
  const isOffering = list.data !== undefined && missing.length > 0 && endpoint.status !== "Failed";
  return (
    <Panel
      title="Alarms"
      actions={
        alarms.length > 0 ? (
          <ButtonLink size="sm" href={workspacePath(id, `/alarms?endpoint=${encodeURIComponent(name)}`)}>
            All of this endpoint
          </ButtonLink>
        ) : null
      }
    >
      {list.isError ? (
        <ErrorPanel
          title="The alarms could not be read"
          problem={problemIn(list.error)}
          onRetry={() => void list.refetch()}
        />
      ) : list.isPending ? (
        <Skeleton className="h-24" />
      ) : (
        <div className="flex flex-col gap-4">
          {alarms.length > 0 ? (
            <ul aria-label="Alarms of this endpoint" className="flex flex-col gap-2">
              {alarms.map((alarm) => (
                <AlarmRow key={alarm.name} alarm={alarm} />
              ))}
            </ul>
          ) : null}
          {isOffering ? (
            <details open={alarms.length === 0} className="group">
              <summary className="cursor-pointer rounded-sm text-base font-medium">
                {alarms.length === 0 ? "Nothing watches it yet. The usual alarms:" : "Further usual alarms"}
              </summary>
              <div className="pt-3">
                <OfferForm key={missing.map((each) => each.name).join()} endpoint={name} offered={missing} />
              </div>
            </details>
          ) : null}
        </div>
      )}
    </Panel>
  );
}

function AlarmRow({ alarm }: { alarm: AlarmView }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4">
      <span className="min-w-0">
        <AlarmLink name={alarm.name} />
        <span className="block text-sm text-muted">{alarmSentence(alarm)}</span>
      </span>
      <AlarmStateBadge state={alarm.state} />
    </li>
  );
}
