import "server-only";
import { MADE_HERE } from "@/lib/alarms/request";
import { deleteAlarms, describeAlarmsNamed, listAlarmTags, putMetricAlarm } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import type { Step } from "@/lib/operations/kind";

import type { DeployContext, DeployPlan } from "./find-ours";

const names = ({ requests }: DeployPlan) => (requests.alarms ?? []).map(({ AlarmName }) => AlarmName);
const target = (plan: DeployPlan) => `alarms ${names(plan).join(", ")}`;

/** Makes the alarms that are missing: one of the same name that somebody made before is left as it is. */
export const makeAlarms: Step<DeployPlan> = {
  id: "alarms",
  title: "Alarms",
  change: { permission: "alarm:write", target },
  run: async ({ workspace, plan }) => {
    const there = await describeAlarmsNamed(workspace, names(plan));
    const missing = (plan.requests.alarms ?? []).filter(
      ({ AlarmName }) => !there.some(({ view }) => view.name === AlarmName),
    );
    for (const alarm of missing) await putMetricAlarm(workspace, alarm);
    forgetReads(workspace.id);
    return "done";
  },
};

export const removeAlarms: Step<DeployPlan> = {
  id: "remove-alarms",
  title: "Delete the alarms",
  change: { permission: "alarm:write", target },
  run: async (context) => {
    await deleteAlarms(context.workspace, await findAlarms(context));
    forgetReads(context.workspace.id);
    return "done";
  },
};

/** Those of the deploy's alarms that are there and were made by a console, as their tag says. */
export async function findAlarms({ workspace, plan }: DeployContext): Promise<string[]> {
  const there = await describeAlarmsNamed(workspace, names(plan));
  const found = await Promise.all(
    there.map(async ({ view }) => {
      const tags = await listAlarmTags(workspace, view.arn);
      return tags.some(({ Key, Value }) => Key === MADE_HERE.Key && Value === MADE_HERE.Value) ? [view.name] : [];
    }),
  );
  return found.flat();
}
