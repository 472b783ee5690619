import { randomUUID } from "node:crypto";
import { ScheduleError } from "@/lib/scaling/engine/schedule.ts";
import { nextRun } from "@/lib/scaling/engine/scheduled-actions.ts";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault, validation } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import { findTarget, noScalableTarget, type TargetId } from "./scalable-target.ts";
import type { ScalingClock } from "./scaling-clock.ts";
import { deleteAction, findAction, type KeptAction, listActions, saveAction } from "./scheduled-action.ts";

type ActionId = TargetId & { ServiceNamespace: string; ScheduledActionName: string };
type Put = ActionId & {
  Schedule?: string;
  Timezone?: string;
  StartTime?: number;
  EndTime?: number;
  ScalableTargetAction?: { MinCapacity?: number; MaxCapacity?: number };
};
type Describe = {
  ServiceNamespace: string;
  ScheduledActionNames?: string[];
  ResourceId?: string;
  ScalableDimension?: string;
  MaxResults?: number;
  NextToken?: string;
};

/** Application Auto Scaling's quota for one scalable target. */
const MOST_ACTIONS = 200;

/** The operations on scheduled actions: bounds that change at planned times. */
export function scheduledActionOperations({ records, clock }: EmulatorContext, scaling: ScalingClock): Operations {
  /** Makes an action, or changes what is given of one that is there. */
  function putScheduledAction(input: Put, { region }: Call) {
    if (!findTarget(records, region, input)) throw noScalableTarget(input);
    scaling.catchUp();
    const before = findAction(records, region, input);
    const schedule = input.Schedule ?? before?.schedule;
    if (schedule === undefined) throw validation("Schedule is required to create a scheduled action.");
    const { MinCapacity, MaxCapacity } = input.ScalableTargetAction ?? {};
    const given = input.ScalableTargetAction !== undefined;
    const action: KeptAction = {
      name: input.ScheduledActionName,
      resourceId: input.ResourceId,
      dimension: input.ScalableDimension,
      arn: before?.arn ?? actionArn(region, input),
      schedule,
      timeZone: input.Timezone ?? before?.timeZone ?? null,
      startMs: inMs(input.StartTime) ?? before?.startMs ?? null,
      endMs: inMs(input.EndTime) ?? before?.endMs ?? null,
      createdMs: before?.createdMs ?? clock.now(),
      min: given ? (MinCapacity ?? null) : (before?.min ?? null),
      max: given ? (MaxCapacity ?? null) : (before?.max ?? null),
      nextAt: null,
    };
    checkAction(action);
    if (!before) checkCount(region, input);
    saveAction(records, region, { ...action, nextAt: firstRun(action) });
    return {};
  }

  function checkCount(region: string, { ResourceId, ScalableDimension }: TargetId): void {
    const there = listActions(records, region).filter(
      ({ resourceId, dimension }) => resourceId === ResourceId && dimension === ScalableDimension,
    );
    if (there.length < MOST_ACTIONS) return;
    throw new Fault(
      "LimitExceededException",
      `The maximum number of scheduled actions for a scalable target is ${MOST_ACTIONS}.`,
    );
  }

  function firstRun(action: KeptAction): number | null {
    try {
      return nextRun(action, clock.now() - 1);
    } catch (cause) {
      if (cause instanceof ScheduleError) throw validation(`The schedule is not valid. ${cause.message}`);
      throw cause;
    }
  }

  function describeScheduledActions(input: Describe, { region }: Call) {
    const { ScheduledActionNames: names, ResourceId, ScalableDimension, MaxResults = 50 } = input;
    scaling.catchUp();
    const wanted = (input.ServiceNamespace === "sagemaker" ? listActions(records, region) : [])
      .filter(({ name }) => !names?.length || names.includes(name))
      .filter(({ resourceId }) => ResourceId === undefined || resourceId === ResourceId)
      .filter(({ dimension }) => ScalableDimension === undefined || dimension === ScalableDimension);
    const size = Math.min(50, Math.max(1, MaxResults));
    const page = offsetPage(records, `scheduled-actions ${region}`, wanted, input.NextToken, size);
    return { ScheduledActions: page.items.map(describeAction), NextToken: page.nextToken };
  }

  function deleteScheduledAction(input: ActionId, { region }: Call) {
    if (deleteAction(records, region, input)) return {};
    const { ServiceNamespace, ResourceId, ScalableDimension, ScheduledActionName } = input;
    throw new Fault(
      "ObjectNotFoundException",
      `No scheduled action found for service namespace: ${ServiceNamespace}, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}, scheduled action name: ${ScheduledActionName}`,
    );
  }

  return {
    PutScheduledAction: putScheduledAction,
    DescribeScheduledActions: describeScheduledActions,
    DeleteScheduledAction: deleteScheduledAction,
  };
}

function checkAction({ min, max, startMs, endMs }: KeptAction): void {
  if (min === null && max === null) {
    throw validation("ScalableTargetAction must set at least one of MinCapacity and MaxCapacity.");
  }
  if ((min ?? 0) < 0 || (max ?? 0) < 0) throw validation("MinCapacity and MaxCapacity cannot be negative.");
  if (min !== null && max !== null && max < min) {
    throw validation("Maximum capacity cannot be less than minimum capacity");
  }
  if (startMs !== null && endMs !== null && endMs <= startMs) throw validation("EndTime must be after StartTime.");
}

function describeAction(action: KeptAction) {
  return {
    ScheduledActionName: action.name,
    ScheduledActionARN: action.arn,
    ServiceNamespace: "sagemaker",
    Schedule: action.schedule,
    Timezone: action.timeZone ?? undefined,
    ResourceId: action.resourceId,
    ScalableDimension: action.dimension,
    StartTime: action.startMs === null ? undefined : action.startMs / 1000,
    EndTime: action.endMs === null ? undefined : action.endMs / 1000,
    ScalableTargetAction: { MinCapacity: action.min ?? undefined, MaxCapacity: action.max ?? undefined },
    CreationTime: action.createdMs / 1000,
  };
}

const inMs = (seconds: number | undefined): number | null => (seconds === undefined ? null : seconds * 1000);

function actionArn(region: string, { ResourceId, ScheduledActionName }: ActionId): string {
  return `arn:aws:autoscaling:${region}:${ACCOUNT_ID}:scheduledAction:${randomUUID()}:resource/sagemaker/${ResourceId}:scheduledActionName/${ScheduledActionName}`;
}
