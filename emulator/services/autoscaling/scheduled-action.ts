import { nextRun, type ScheduledAction } from "@/lib/scaling/engine/scheduled-actions.ts";
import type { RecordStore } from "../../store/record-store.ts";
import type { TargetId } from "./scalable-target.ts";

/** A scheduled action as it is kept. `nextAt` is when it runs next, epoch milliseconds; null: never again. */
export type KeptAction = ScheduledAction & {
  resourceId: string;
  dimension: string;
  arn: string;
  nextAt: number | null;
};

const KIND = "scheduled-action";

export function findAction(
  records: RecordStore,
  region: string,
  id: TargetId & { ScheduledActionName: string },
): KeptAction | undefined {
  return records.get<KeptAction>(KIND, region, keyOf(id));
}

export function listActions(records: RecordStore, region: string): KeptAction[] {
  return records.list<KeptAction>(KIND, region);
}

export function saveAction(records: RecordStore, region: string, action: KeptAction): void {
  records.put(KIND, region, keyOf(idOf(action)), action);
}

/** True when there was one. */
export function deleteAction(
  records: RecordStore,
  region: string,
  id: TargetId & { ScheduledActionName: string },
): boolean {
  return records.delete(KIND, region, keyOf(id));
}

/** A target that is deregistered takes its scheduled actions with it. */
export function dropActionsOf(records: RecordStore, region: string, resourceId: string, dimension: string): void {
  for (const action of listActions(records, region)) {
    if (action.resourceId === resourceId && action.dimension === dimension) {
      deleteAction(records, region, idOf(action));
    }
  }
}

/** The action with its next run; what a clock that was put far ahead has skipped before `from` runs once. */
export function afterRun(action: KeptAction, at: number, from: number): KeptAction {
  return { ...action, nextAt: nextRun(action, Math.max(at, from)) };
}

const idOf = ({ resourceId, dimension, name }: KeptAction) => ({
  ResourceId: resourceId,
  ScalableDimension: dimension,
  ScheduledActionName: name,
});

const keyOf = ({ ResourceId, ScalableDimension, ScheduledActionName }: TargetId & { ScheduledActionName: string }) =>
  `${ResourceId} ${ScalableDimension} ${ScheduledActionName}`;
