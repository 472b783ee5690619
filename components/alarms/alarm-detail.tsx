"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { TableSkeleton } from "@/components/ui/skeleton";
import { alarmQueries } from "@/lib/alarms/queries";
import { type AlarmView, editRefusal } from "@/lib/alarms/view";
import { alarmSentence } from "@/lib/alarms/words";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { AlarmChart } from "./alarm-chart";
import { AlarmFacts } from "./alarm-facts";
import { AlarmHistory } from "./alarm-history";
import { AlarmMenu } from "./alarm-menu";
import { AlarmStateBadge } from "./alarm-state";
import { EditAlarm } from "./edit-alarm";

/** One alarm: its state and why, its metric with the threshold, its rule, its history. */
export function AlarmDetail({ name }: { name: string }) {
  const { id } = useWorkspace();
  const list = useQuery(alarmQueries.list(id));
  const alarm = list.data?.alarms.find((each) => each.name === name);
  if (list.isPending) return <TableSkeleton />;
  if (list.isError) {
    return (
      <ErrorPanel
        title="The alarm could not be loaded"
        problem={problemIn(list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (!alarm) {
    return (
      <EmptyState
        title="There is no such alarm"
        action={<ButtonLink href={workspacePath(id, "/alarms")}>All alarms</ButtonLink>}
      >
        <span className="font-mono break-all">{name}</span> was deleted, or watches something else than an endpoint.
      </EmptyState>
    );
  }
  return <Found alarm={alarm} />;
}

function Found({ alarm }: { alarm: AlarmView }) {
  const { id } = useWorkspace();
  const router = useRouter();
  const [isEditing, setEditing] = useState(false);
  const refusal = useRefusal("alarm:write") ?? editRefusal(alarm);
  return (
    <>
      <PageHead
        title={<span className="font-mono break-all">{alarm.name}</span>}
        summary={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1">
            <AlarmStateBadge state={alarm.state} />
            {alarm.isTelling ? null : <Badge>actions off</Badge>}
            <span>{alarmSentence(alarm)}</span>
          </span>
        }
        action={
          <Button disabled={refusal !== null} onClick={() => setEditing(true)}>
            Edit alarm
          </Button>
        }
        menu={<AlarmMenu alarm={alarm} onDeleted={() => router.push(workspacePath(id, "/alarms"))} />}
      />
      {refusal ? <p className="pb-4 text-sm text-muted">It cannot be edited here. {refusal}</p> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <AlarmChart alarm={alarm} />
        <Panel title="Rule">
          <AlarmFacts alarm={alarm} />
        </Panel>
        <div className="lg:col-span-2">
          <AlarmHistory name={alarm.name} />
        </div>
      </div>
      {isEditing ? <EditAlarm alarm={alarm} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
