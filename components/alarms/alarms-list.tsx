"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell, SearchX } from "lucide-react";
import { useQueryStates } from "nuqs";

import { ColumnMenu } from "@/components/data-table/column-menu";
import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { TableSkeleton } from "@/components/ui/skeleton";
import { alarmQueries } from "@/lib/alarms/queries";
import { alarmListParams, filterAlarms } from "@/lib/alarms/search-params";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { alarmColumns } from "./alarm-columns";
import { AlarmsToolbar } from "./alarms-toolbar";

/** All alarms on endpoints, those in alarm first. */
export function AlarmsList() {
  const { id, region } = useWorkspace();
  const [params, setParams] = useQueryStates(alarmListParams, { history: "replace" });
  const list = useQuery(alarmQueries.list(id));
  const rows = list.data ? filterAlarms(list.data, params) : [];
  const table = useDataTable({ columns: alarmColumns, rows, rowId: (row) => row.name });
  if (list.isPending) return <TableSkeleton />;
  if (list.isError) {
    return (
      <ErrorPanel
        title="Alarms could not be loaded"
        problem={problemIn(list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (list.data.alarms.length === 0) {
    return (
      <EmptyState
        icon={Bell}
        title="No alarms yet"
        action={<ButtonLink href={workspacePath(id, "/endpoints")}>Choose an endpoint</ButtonLink>}
      >
        An alarm watches a metric of an endpoint and tells you when it crosses a threshold. Open an endpoint in {region}
        : its Overview offers the usual alarms, and every chart of its Metrics can have one.
      </EmptyState>
    );
  }
  return (
    <>
      <AlarmsToolbar
        alarms={list.data.alarms}
        params={params}
        onChange={(change) => void setParams(change)}
        end={<ColumnMenu table={table} />}
      />
      {list.data.isComplete ? null : (
        <Callout tone="warning" title="Not every alarm is here" className="mb-3">
          This account has more alarms than the console reads. Open the endpoint's page for those of one endpoint.
        </Callout>
      )}
      <DataTable
        label="Alarms"
        table={table}
        empty={
          <EmptyState
            icon={SearchX}
            title="No alarm matches"
            action={
              <Button onClick={() => void setParams({ search: "", state: null, endpoint: "" })}>
                Clear the filters
              </Button>
            }
          >
            Try fewer words, another state, or all endpoints.
          </EmptyState>
        }
      />
    </>
  );
}
