"use client";

import { useSuspenseQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { overviewQueries } from "@/lib/overview/queries";

import { FailingEndpoints } from "./failing-endpoints";
import { FirstSteps } from "./first-steps";
import { IdleEndpoints } from "./idle-endpoints";
import { Numbers } from "./numbers";

/** The state of a workspace in four numbers and the lists behind them; for an empty one, how to begin. */
export function Overview() {
  const { id } = useWorkspace();
  const { data } = useSuspenseQuery(overviewQueries.overview(id));

  if (data.total === 0) return <FirstSteps />;
  return (
    <>
      <Numbers overview={data} />
      {data.failing.length > 0 ? <FailingEndpoints endpoints={data.failing} /> : null}
      {data.idle && data.idle.length > 0 ? <IdleEndpoints endpoints={data.idle} /> : null}
    </>
  );
}
