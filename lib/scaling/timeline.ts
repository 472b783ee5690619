import "server-only";
import { getMetricAnswers, type MetricAnswer, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import { describeAlarmStates } from "@/lib/aws/cloudwatch/scaling-alarms";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import type { TimeLine } from "@/lib/charts/time-chart";
import { inPool } from "@/lib/endpoints/pool";
import { AppError } from "@/lib/errors";
import { fill } from "@/lib/metrics/fill";
import { readMarks } from "@/lib/metrics/marks";
import type { MetricsInput } from "@/lib/metrics/schema";
import { FORBIDDEN } from "@/lib/metrics/view";
import { type MetricsWindow, periodStarts, resolveWindow, toWish } from "@/lib/metrics/windows";
import type { Workspace } from "@/lib/workspaces/view";

import { activityDetail, activityTitle } from "./activity-words";
import { capacityLine } from "./capacity-line";
import { type Demand, demandsOf } from "./demands";
import { nounOf } from "./dimensions";
import { readEndpointScaling } from "./endpoint-service";
import type { TimelineChart, TimelineEvent, TimelineView, VariantScaling } from "./endpoint-view";
import type { ActivityView, ScalingAlarmView } from "./target-view";

/** More alarms than a person put there on purpose; each is a call. */
const MOST_ALARMS = 8;
const WIDTH = 4;

/** The timeline of a variant: one GetMetricData, and a call for the history of each of its alarms. Throws `not-found`. */
export async function readTimeline(
  workspace: Workspace,
  name: string,
  input: MetricsInput,
  nowMs = Date.now(),
): Promise<TimelineView> {
  const { mode, variants } = await readEndpointScaling(workspace, name);
  const scaling = variants.find(({ variant }) => variant === input.variant) ?? variants[0];
  if (!scaling) throw new AppError("not-found", `The endpoint ${name} has no variant.`);
  const now = Math.max(nowMs, ...moments(scaling).map((at) => Date.parse(at) + 60_000));
  const window = resolveWindow({ ...toWish(input), compare: false }, now);
  const demands = demandsOf(name, mode, scaling);
  const queries = demands.map((demand) => toQuery(demand, window));
  const span = { from: new Date(window.fromMs), to: new Date(window.toMs) };
  const [answers, changes, states] = await Promise.all([
    getMetricAnswers(workspace, queries, span),
    describeEndpoint(workspace, name).then((endpoint) => readMarks(workspace, endpoint, window)),
    readAlarmEvents(workspace, scaling.alarms, span),
  ]);
  const charts = demands.map((demand, index) => demandChart(demand, answers[index], window));
  const inWindow = (at: string) => Date.parse(at) >= window.fromMs && Date.parse(at) < window.toMs;
  const events = [
    ...scaling.activities.filter(({ at }) => inWindow(at)).map(toEvent),
    ...states,
    ...changes.map(
      ({ at, label }): TimelineEvent => ({ id: `change ${at} ${label}`, at, kind: "change", title: label, detail: "" }),
    ),
  ];
  return {
    ...window,
    charts: [...charts, capacityChart(scaling, window, now)],
    events: events.toSorted((a, b) => b.at.localeCompare(a.at)),
  };
}

/** AWS's clock decides when it is now: one that is ahead of ours must not hide what has just happened. */
function moments({ activities, alarms }: VariantScaling): string[] {
  return [activities[0]?.at, ...alarms.map(({ stateSince }) => stateSince)].filter((at) => typeof at === "string");
}

function toQuery({ metric }: Demand, { periodSeconds }: MetricsWindow): MetricQuery {
  return { ...metric, periodSeconds };
}

function demandChart(demand: Demand, answer: MetricAnswer | undefined, window: MetricsWindow): TimelineChart {
  // Alarms look at each minute: a sum over a longer period is shown as what it was in a minute.
  const scale = demand.metric.stat === "Sum" ? 60 / window.periodSeconds : 1;
  const values = fill(answer?.points ?? [], window).map((value) => (value === null ? null : value * scale));
  const count = values.length;
  const lines: TimeLine[] = [
    line(demand.title, 1, values),
    ...demand.targets.map(({ label, value }, index) => line(label, 4 + index, new Array<number>(count).fill(value))),
  ];
  return { id: demand.id, title: demand.title, help: demand.help, lines, unit: "", missing: missingOf(values, answer) };
}

function missingOf(values: readonly (number | null)[], answer: MetricAnswer | undefined): string | null {
  if (answer?.isForbidden) return FORBIDDEN;
  if (values.some((value) => value !== null)) return null;
  return "CloudWatch has no value of it in this window: without requests there is none.";
}

function capacityChart(scaling: VariantScaling, window: MetricsWindow, nowMs: number): TimelineChart {
  const { state, dimension, activities, config } = scaling;
  const current = dimension.endsWith("ProvisionedConcurrency")
    ? (state.desiredConcurrency ?? state.currentConcurrency)
    : state.desired;
  const times = periodStarts(window);
  const noun = nounOf(dimension);
  const wanted = capacityLine({ times, periodSeconds: window.periodSeconds, activities, current, nowMs });
  const bound = (name: string, hue: number, value: number) =>
    line(name, hue, new Array<number>(times.length).fill(value));
  return {
    id: "capacity",
    title: `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`,
    help: `How many ${noun} scaling asked for, from its activities; before the first known one there is a gap. Lines at the minimum and the maximum as they are now.`,
    lines: [
      line("asked for", 2, wanted),
      ...(config ? [bound("minimum", 6, config.min), bound("maximum", 7, config.max)] : []),
    ],
    unit: "",
    missing: null,
  };
}

function line(name: string, hue: number, values: (number | null)[]): TimeLine {
  const present = values.filter((value) => value !== null);
  const latest = present.at(-1);
  return {
    name,
    hue,
    values,
    previous: null,
    summary: latest === undefined ? null : { label: "latest", value: latest, previous: null },
  };
}

function toEvent(activity: ActivityView): TimelineEvent {
  const isRefused = activity.reasons.length > 0;
  return {
    id: activity.id,
    at: activity.at,
    kind: isRefused ? "not-scaled" : activity.status === "Failed" ? "failed" : "activity",
    title: activityTitle(activity),
    detail: activityDetail(activity),
  };
}

async function readAlarmEvents(
  workspace: Workspace,
  alarms: readonly ScalingAlarmView[],
  span: { from: Date; to: Date },
): Promise<TimelineEvent[]> {
  const histories = await inPool(alarms.slice(0, MOST_ALARMS), WIDTH, async (alarm) =>
    (await describeAlarmStates(workspace, alarm.name, span)).map(
      ({ at, summary }): TimelineEvent => ({
        id: `${alarm.name} ${at}`,
        at,
        kind: "alarm",
        title: summary,
        detail: `${alarm.name}${alarm.metricName ? `, ${alarm.metricName} beyond ${alarm.threshold}` : ""}`,
      }),
    ),
  );
  return histories.flat();
}
