import "server-only";
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/auth/member";
import {
  deleteAlarms,
  describeAlarms,
  describeAlarmsNamed,
  type FoundAlarm,
  listAlarmTags,
  putMetricAlarm,
  setAlarmActions,
} from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { readEndpoint } from "@/lib/endpoints/service";
import { AppError } from "@/lib/errors";
import { operationAfter, startOperation } from "@/lib/operations/service";
import { isUnderWay } from "@/lib/operations/view";
import type { Workspace } from "@/lib/workspaces/view";

import { offeredAlarms } from "./offer";
import { buildAlarmRequest, changeAlarmRequest, isTopic, MADE_HERE } from "./request";
import type { AlarmPlan } from "./save-kind";
import type { AlarmRequest, NotifyInput, OfferInput, SaveAlarmInput } from "./schema";
import { type AlarmView, editRefusal } from "./view";

const PATIENCE_MS = 15_000;

/** An alarm of an endpoint by its name; throws `not-found`. */
export async function readAlarm(workspace: Workspace, name: string): Promise<AlarmView> {
  const { alarms } = await describeAlarms(workspace);
  // The list may be a few seconds old, or not hold all: an alarm that it lacks is asked for by name.
  return alarms.find((alarm) => alarm.name === name) ?? (await findAlarm(workspace, name)).view;
}

/** The alarms that watch an endpoint, those in alarm first. */
export async function listAlarmsOf(workspace: Workspace, endpoint: string): Promise<AlarmView[]> {
  const { alarms } = await describeAlarms(workspace);
  return alarms.filter((alarm) => alarm.endpoint === endpoint);
}

/** Makes or changes one alarm, with a new topic where that was asked for. */
export async function saveAlarm(workspace: Workspace, member: Member, input: SaveAlarmInput): Promise<void> {
  const topics = topicsOf(input.notify);
  const [found] = await describeAlarmsNamed(workspace, [input.name]);
  if (input.isNew && found) throw taken(input.name);
  const kept = input.notify.kind === "keep" ? (found?.view.alarmActions ?? []).filter(isTopic) : topics;
  const request = input.isNew ? buildAlarmRequest({ ...input, topics }) : changed(input, found, kept);
  await put(workspace, member, `alarm ${input.name}`, [request], input.notify);
}

/** Makes alarms of the offered set; one whose name is taken is left as it is. */
export async function saveOffered(workspace: Workspace, member: Member, input: OfferInput): Promise<void> {
  const endpoint = await readEndpoint(workspace, input.endpoint);
  const wanted = offeredAlarms(endpoint).filter(({ name }) => input.alarms.includes(name));
  const there = await describeAlarmsNamed(workspace, input.alarms);
  const missing = wanted.filter(({ name }) => !there.some(({ view }) => view.name === name));
  if (missing.length === 0) throw new AppError("conflict", "The endpoint has these alarms already.");
  const topics = topicsOf(input.notify);
  const requests = missing.map(({ why, ...alarm }) => buildAlarmRequest({ ...alarm, description: why, topics }));
  await put(workspace, member, `alarms of endpoint ${input.endpoint}`, requests, input.notify);
}

/** Deletes an alarm; gives the request that would bring it back, null for a kind that the console cannot make. */
export async function deleteAlarm(workspace: Workspace, name: string): Promise<AlarmRequest | null> {
  const { view, request } = await findAlarm(workspace, name);
  if (view.isOfScaling) throw new AppError("conflict", editRefusal(view) ?? "A scaling policy owns it.");
  const tags = request ? await listAlarmTags(workspace, view.arn) : [];
  await deleteAlarms(workspace, [name]);
  forgetReads(workspace.id);
  return request && { ...request, ...(tags.length > 0 && { Tags: tags }) };
}

/** Lets an alarm act, or rest. Throws `conflict` for one that a scaling policy owns: without it nothing would scale. */
export async function switchAlarmActions(workspace: Workspace, name: string, isOn: boolean): Promise<void> {
  const { view } = await findAlarm(workspace, name);
  if (view.isOfScaling) throw new AppError("conflict", editRefusal(view) ?? "A scaling policy owns it.");
  await setAlarmActions(workspace, name, isOn);
  forgetReads(workspace.id);
}

/** Brings a deleted alarm back as it was. */
export async function restoreAlarm(workspace: Workspace, request: AlarmRequest): Promise<void> {
  const [found] = await describeAlarmsNamed(workspace, [request.AlarmName]);
  if (found) throw taken(request.AlarmName);
  await putMetricAlarm(workspace, request);
  forgetReads(workspace.id);
}

/** Which of these alarms the console made, by their tags: one call for each, so only for the few of one endpoint. */
export async function findMadeHere(workspace: Workspace, alarms: readonly AlarmView[]): Promise<Set<string>> {
  const tags = await Promise.all(alarms.map(({ arn }) => listAlarmTags(workspace, arn).catch(() => [])));
  const isOurs = (index: number) =>
    tags[index]?.some(({ Key, Value }) => Key === MADE_HERE.Key && Value === MADE_HERE.Value);
  return new Set(alarms.flatMap(({ name }, index) => (isOurs(index) ? [name] : [])));
}

async function findAlarm(workspace: Workspace, name: string): Promise<FoundAlarm> {
  const [found] = await describeAlarmsNamed(workspace, [name]);
  if (found) return found;
  throw new AppError("not-found", `There is no alarm ${name} on an endpoint.`, {
    hint: "It may have been deleted. All alarms that exist are in the list.",
  });
}

function changed(input: SaveAlarmInput, found: FoundAlarm | undefined, topics: string[]): AlarmRequest {
  if (!found) throw new AppError("not-found", `There is no alarm ${input.name} any more.`);
  const refusal = editRefusal(found.view);
  if (refusal || !found.request) throw new AppError("conflict", refusal ?? "The console cannot change such an alarm.");
  return changeAlarmRequest(found.request, input, topics);
}

async function put(
  workspace: Workspace,
  member: Member,
  target: string,
  alarms: AlarmRequest[],
  notify: NotifyInput,
): Promise<void> {
  const id = randomUUID();
  const topic = notify.kind === "new" ? { name: notify.name, email: notify.email } : null;
  const plan: AlarmPlan = { topic, alarms };
  const summary = { alarms: alarms.map(({ AlarmName }) => AlarmName) };
  await startOperation(workspace, member, { id, kind: "save-alarms", target, summary, plan });
  const operation = await operationAfter(workspace, id, PATIENCE_MS);
  if (operation.problem) {
    const { code, message, ...more } = operation.problem;
    throw new AppError(code, message, more);
  }
  if (isUnderWay(operation)) {
    throw new AppError("unavailable", "AWS is slow at the moment: the console goes on with it by itself.", {
      hint: "Look at the list of alarms in a minute.",
    });
  }
}

function topicsOf(notify: NotifyInput): string[] {
  return notify.kind === "topic" ? [notify.arn] : [];
}

function taken(name: string): AppError {
  return new AppError("conflict", `There is an alarm ${name} already.`, {
    hint: "Choose another name, or change the alarm that is there.",
    fieldErrors: { name: ["This name is taken."] },
  });
}
