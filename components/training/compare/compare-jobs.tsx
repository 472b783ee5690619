"use client";

import { Columns3 } from "lucide-react";

import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { Toolbar } from "@/components/ui/toolbar";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";

import { CompareCharts } from "./compare-charts";
import { CompareTable } from "./compare-table";
import { JobPicker } from "./job-picker";
import { useComparedJobs } from "./use-compared-jobs";

/** Two to five jobs beside each other, as the address names them. */
export function CompareJobs() {
  const { names, leftOut, comparison, showsAll, setShowsAll, add, remove } = useComparedJobs();
  const picker = <JobPicker taken={names} onAdd={add} />;
  if (names.length < 2) {
    return (
      <EmptyState icon={Columns3} title={names[0] ? "Choose a second job" : "Choose jobs to compare"} action={picker}>
        {names[0] ? (
          <>
            <span className="font-mono break-all">{names[0]}</span> is chosen. It takes another one to compare it with.
          </>
        ) : (
          "Two to five training jobs stand beside each other: what they were given, what they cost and how their metrics went."
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <Toolbar
        label="What is compared"
        end={
          <Switch
            label="Only what differs"
            checked={!showsAll}
            onCheckedChange={(onlyDifferences) => setShowsAll(!onlyDifferences)}
          />
        }
      >
        {picker}
        {leftOut > 0 ? (
          <p className="text-sm text-muted">{plural(leftOut, "name")} of the address cannot be compared.</p>
        ) : null}
      </Toolbar>
      {comparison.data ? (
        <div
          aria-busy={comparison.isPlaceholderData}
          className="flex flex-col gap-4 transition-opacity aria-busy:opacity-60"
        >
          <CompareTable jobs={comparison.data.jobs} showsAll={showsAll} onRemove={remove} />
          <CompareCharts comparison={comparison.data} onRetry={() => void comparison.refetch()} />
        </div>
      ) : comparison.isError ? (
        <ErrorPanel
          title="The training jobs could not be loaded"
          problem={problemIn(comparison.error)}
          onRetry={() => void comparison.refetch()}
        />
      ) : (
        <Skeleton className="h-96 rounded-panel" />
      )}
    </>
  );
}
