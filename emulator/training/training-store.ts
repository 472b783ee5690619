import { findResource, recordKind, saveResource } from "../services/sagemaker/resources.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { TrainingJob } from "./training-job.ts";

/** Training jobs as they are kept. */
export type TrainingStore = {
  find(region: string, name: string): TrainingJob | undefined;
  list(region: string): TrainingJob[];
  save(region: string, job: TrainingJob): void;
  /** Applies a change to the job as it is now; nothing when it is gone. */
  change(region: string, name: string, change: (job: TrainingJob) => TrainingJob): void;
  unfinished(): { region: string; job: TrainingJob }[];
};

export function createTrainingStore(records: RecordStore): TrainingStore {
  const kind = recordKind("training-job");
  const find = (region: string, name: string) => findResource<TrainingJob>(records, region, "training-job", name);
  const list = (region: string) => records.list<TrainingJob>(kind, region);
  const save = (region: string, job: TrainingJob) => saveResource(records, region, "training-job", job);
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
