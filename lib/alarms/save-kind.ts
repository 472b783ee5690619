import "server-only";
import { deleteAlarms, describeAlarmsNamed, putMetricAlarm } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { createTopic, subscribeEmail } from "@/lib/aws/sns/topics";
import type { OperationKind, Step } from "@/lib/operations/kind";

import type { AlarmRequest } from "./schema";

/** Alarms to make or change, and the topic to make first: those that have no topic yet tell it. */
export type AlarmPlan = { topic: { name: string; email: string } | null; alarms: AlarmRequest[] };

// CreateTopic, Subscribe and PutMetricAlarm find what an earlier run made, so that each may be sent again.
const topicStep: Step<AlarmPlan> = {
  id: "create-topic",
  title: "Topic",
  change: { permission: "alarm:write", target: ({ topic }) => `topic ${topic?.name ?? "(none)"}` },
  run: async ({ workspace, plan: { topic } }) => {
    if (topic) await subscribeEmail(workspace, await createTopic(workspace, topic.name), topic.email);
    return "done";
  },
};

const alarmsStep: Step<AlarmPlan> = {
  id: "put-alarms",
  title: "Alarms",
  change: {
    permission: "alarm:write",
    target: ({ alarms }) => `alarms ${alarms.map(({ AlarmName }) => AlarmName).join(", ")}`,
  },
  run: async ({ workspace, plan: { topic, alarms } }) => {
    const arn = topic ? await createTopic(workspace, topic.name) : null;
    for (const alarm of alarms) await putMetricAlarm(workspace, arn ? telling(alarm, arn) : alarm);
    forgetReads(workspace.id);
    return "done";
  },
};

const removeStep: Step<AlarmPlan> = {
  id: "delete-alarms",
  title: "Alarms",
  change: alarmsStep.change,
  run: async ({ workspace, plan: { alarms } }) => {
    await deleteAlarms(workspace, names(alarms));
    forgetReads(workspace.id);
    return "done";
  },
};

const MAKE = [topicStep, alarmsStep];

/** Making or changing alarms, with a topic for them. */
export const saveAlarmsKind: OperationKind<AlarmPlan> = {
  steps: [...MAKE, removeStep],
  make: MAKE,
  retry: () => MAKE,
  remove: [removeStep],
  existing: async ({ workspace, plan: { alarms } }) =>
    (await describeAlarmsNamed(workspace, names(alarms))).map(({ view }) => ({ kind: "alarm", name: view.name })),
  secrets: () => [],
};

function telling(alarm: AlarmRequest, arn: string): AlarmRequest {
  return { ...alarm, AlarmActions: [...alarm.AlarmActions, arn], OKActions: [...alarm.OKActions, arn] };
}

function names(alarms: readonly AlarmRequest[]): string[] {
  return alarms.map(({ AlarmName }) => AlarmName);
}
