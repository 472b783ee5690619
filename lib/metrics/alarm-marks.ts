import "server-only";
import { type AlarmView, alarmStateLabel } from "@/lib/alarms/view";
import { describeAlarms } from "@/lib/aws/cloudwatch/alarms";
import { describeAlarmStates } from "@/lib/aws/cloudwatch/scaling-alarms";
import { inPool } from "@/lib/endpoints/pool";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import type { MarkView } from "./view";
import type { MetricsWindow } from "./windows";

/** Each is a call of DescribeAlarmHistory, shared by all who look at the same window. */
const MOST_ALARMS = 8;
/** More lines than these hide the chart; the newest are drawn. */
const MOST_MARKS = 30;
const WIDTH = 4;

/** When the alarms on an endpoint went off in a window and were over again; alarms of scaling policies are not among them. */
export async function readAlarmMarks(
  workspace: Workspace,
  endpoint: string,
  { fromMs, toMs }: Pick<MetricsWindow, "fromMs" | "toMs">,
): Promise<MarkView[]> {
  try {
    const { alarms } = await describeAlarms(workspace);
    const changed = alarms.filter(
      (alarm) => alarm.endpoint === endpoint && !alarm.isOfScaling && isSince(alarm, fromMs),
    );
    const span = { from: new Date(fromMs), to: new Date(toMs) };
    const histories = await inPool(newestFirst(changed).slice(0, MOST_ALARMS), WIDTH, async ({ name }) =>
      (await describeAlarmStates(workspace, name, span)).flatMap(({ at, summary }) => toMark(name, at, summary)),
    );
    return histories
      .flat()
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .slice(0, MOST_MARKS);
  } catch (cause) {
    // Charts are worth showing to people who may not read alarms.
    if (cause instanceof AppError) return [];
    throw cause;
  }
}

/** An alarm whose newest change is older than the window has none in it: that saves the call. */
function isSince({ stateAt }: AlarmView, fromMs: number): boolean {
  return stateAt !== null && Date.parse(stateAt) >= fromMs;
}

function newestFirst(alarms: readonly AlarmView[]): AlarmView[] {
  return alarms.toSorted((a, b) => (b.stateAt ?? "").localeCompare(a.stateAt ?? ""));
}

/** `Alarm updated from OK to ALARM`: going off, and coming back from it; how it began is no news. */
function toMark(name: string, at: string, summary: string): MarkView[] {
  const [, before, after] = /from (\w+) to (\w+)$/.exec(summary) ?? [];
  if (after === "ALARM") return [{ at, label: `${name}: ${alarmStateLabel("ALARM").toLowerCase()}`, kind: "alarm" }];
  return before === "ALARM" ? [{ at, label: `${name}: over`, kind: "change" }] : [];
}
