import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { validation } from "../../protocol/fault.ts";
import type { TrainingJob } from "../../training/training-job.ts";
import type { TrainingStore } from "../../training/training-store.ts";
import { type ListInput, listPage } from "./listing.ts";
import { isFound, propertyOf, type Searchable, type SearchExpression } from "./search-expression.ts";
import { tagsOf } from "./tag-store.ts";
import { describeTrainingJob } from "./training-job-view.ts";

type Search = ListInput & { Resource: string; SearchExpression?: SearchExpression };

/** Search among training jobs, by any property, hyperparameter, final metric or tag. */
export function searchOperations({ records, clock }: EmulatorContext, store: TrainingStore): Operations {
  function search(input: Search, { region }: Call) {
    const { Resource, SearchExpression, SortBy = "LastModifiedTime", SortOrder, NextToken, MaxResults } = input;
    if (Resource !== "TrainingJob") throw validation(`The emulator searches training jobs only, not ${Resource}.`);
    const view = (job: TrainingJob) => ({
      ...describeTrainingJob(job, clock.now()),
      Tags: tagsOf(records, region, job.arn),
    });
    const found = store.list(region).flatMap((job) => {
      const record = searchable(job, view(job));
      if (SearchExpression && !isFound(record, SearchExpression)) return [];
      return [{ ...job, sortValue: propertyOf(record, SortBy) }];
    });
    const areNumbers = found.every(({ sortValue }) => sortValue === undefined || isNumeric(sortValue));
    const { items, nextToken } = listPage(
      records,
      `search ${region} ${JSON.stringify([Resource, SearchExpression ?? null, SortBy])}`,
      found,
      { SortBy: "Property", SortOrder, NextToken, MaxResults },
      { Property: ({ sortValue }) => (areNumbers ? Number(sortValue ?? -Number.MAX_VALUE) : String(sortValue ?? "")) },
    );
    return { Results: items.map(({ sortValue: _, ...job }) => ({ TrainingJob: view(job) })), NextToken: nextToken };
  }
  return { Search: search };
}

function searchable(job: TrainingJob, view: { Tags: { Key: string; Value: string }[] }): Searchable {
  return {
    ...view,
    Tags: Object.fromEntries(view.Tags.map(({ Key, Value }) => [Key, Value])),
    Metrics: Object.fromEntries(job.finalMetrics.map(({ name, value }) => [name, value])),
  };
}

function isNumeric(value: unknown): boolean {
  return (typeof value === "number" || typeof value === "string") && value !== "" && !Number.isNaN(Number(value));
}
