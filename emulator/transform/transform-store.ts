import { findResource, recordKind, saveResource } from "../services/sagemaker/resources.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { TransformJob } from "./transform-job.ts";

/** Transform jobs as they are kept. */
export type TransformStore = {
  find(region: string, name: string): TransformJob | undefined;
  list(region: string): TransformJob[];
  save(region: string, job: TransformJob): void;
  /** Applies a change to the job as it is now; nothing when it is gone. */
  change(region: string, name: string, change: (job: TransformJob) => TransformJob): void;
  unfinished(): { region: string; job: TransformJob }[];
};

export function createTransformStore(records: RecordStore): TransformStore {
  const kind = recordKind("transform-job");
  const find = (region: string, name: string) => findResource<TransformJob>(records, region, "transform-job", name);
  const list = (region: string) => records.list<TransformJob>(kind, region);
  const save = (region: string, job: TransformJob) => saveResource(records, region, "transform-job", job);
  return {
    find,
    list,
    save,
    change(region, name, change) {
      const job = find(region, name);
      if (job) save(region, change(job));
    },
    unfinished: () =>
      records.regions(kind).flatMap((region) =>
        list(region)
          .filter(({ status }) => status === "InProgress" || status === "Stopping")
          .map((job) => ({ region, job })),
      ),
  };
}
