"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleDollarSign } from "lucide-react";
import { useQueryStates } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { costQueries } from "@/lib/costs/queries";
import { costParams } from "@/lib/costs/search-params";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { CostChart } from "./cost-chart";
import { CostNumbers } from "./cost-numbers";
import { CostTable } from "./cost-table";
import { CostsSkeleton } from "./costs-skeleton";
import { PriceNote } from "./price-note";
import { RefreshPrices } from "./refresh-prices";

/** What the workspace costs: the sums, how they came about hour by hour, and each endpoint and job. */
export function Costs() {
  const { id } = useWorkspace();
  const costs = useQuery(costQueries.costs(id));
  const [params, setParams] = useQueryStates(costParams, { history: "replace" });
  const filter = (change: Partial<typeof params>) => void setParams(change);
  if (costs.isPending) return <CostsSkeleton />;
  if (costs.isError && !costs.data) {
    return (
      <ErrorPanel
        title="Costs could not be counted"
        problem={problemIn(costs.error)}
        onRetry={() => void costs.refetch()}
      />
    );
  }
  const { data } = costs;
  return (
    <div className="flex flex-col gap-4">
      {data.gaps.length > 0 ? (
        <Callout tone="warning" title="Not everything is counted">
          {data.gaps.map((gap) => (
            <p key={gap}>{gap}</p>
          ))}
        </Callout>
      ) : null}
      <CostNumbers costs={data} idleHours={Number(params.idleHours)} onIdle={() => filter({ idle: true })} />
      {data.rows.length === 0 && data.gaps.length > 0 ? null : data.rows.length === 0 ? (
        <EmptyState
          icon={CircleDollarSign}
          title="Nothing cost anything this month"
          action={
            <ButtonLink variant="primary" href={workspacePath(id, "/deploy")}>
              Deploy a model
            </ButtonLink>
          }
        >
          Endpoints and jobs stand here with their cost as soon as one has run.
        </EmptyState>
      ) : (
        <>
          <CostChart costs={data} />
          <CostTable costs={data} params={params} filter={filter} />
        </>
      )}
      <PriceNote prices={data.prices} action={<RefreshPrices />} />
    </div>
  );
}
