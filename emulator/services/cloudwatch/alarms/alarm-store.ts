import { ACCOUNT_ID } from "../../../context.ts";
import type { Database } from "../../../store/database.ts";
import type { RecordStore } from "../../../store/record-store.ts";
import type { Dimension } from "../../../telemetry/telemetry.ts";
import type { GetMetricDataInput } from "../get-metric-data.ts";

export type AlarmState = "OK" | "ALARM" | "INSUFFICIENT_DATA";

/** PutMetricAlarm's input, so far as the emulator acts on it; the rest is kept and described. */
export type AlarmDefinition = {
  AlarmName: string;
  ActionsEnabled?: boolean;
  OKActions?: string[];
  AlarmActions?: string[];
  InsufficientDataActions?: string[];
  MetricName?: string;
  Namespace?: string;
  Statistic?: string;
  ExtendedStatistic?: string;
  Dimensions?: Dimension[];
  Period?: number;
  Unit?: string;
  EvaluationPeriods?: number;
  DatapointsToAlarm?: number;
  Threshold?: number;
  ComparisonOperator?: string;
  TreatMissingData?: string;
  Metrics?: GetMetricDataInput["MetricDataQueries"];
  Tags?: { Key: string; Value: string }[];
};

/** An alarm and what it stands at. Times are epoch milliseconds. */
export type Alarm = {
  name: string;
  arn: string;
  definition: AlarmDefinition;
  configuredAt: number;
  state: AlarmState;
  reason: string;
  /** Null: never evaluated. */
  reasonData: string | null;
  stateAt: number;
  /** The end of the newest period that was looked at. */
  evaluatedTo: number;
};

export type AlarmHistoryItem = { alarm: string; at: number; type: string; summary: string; data: string };

const KIND = "alarm";
const KEPT = 2_000;
const SCHEMA = `
  create table if not exists alarm_history (
    seq integer primary key autoincrement, region text not null, alarm text not null, at integer not null,
    type text not null, summary text not null, data text not null
  );
  create index if not exists alarm_history_by_alarm on alarm_history (region, alarm, at);
`;

export function findAlarm(records: RecordStore, region: string, name: string): Alarm | undefined {
  return records.get(KIND, region, name);
}

export function listAlarms(records: RecordStore, region: string): Alarm[] {
  return records.list(KIND, region);
}

export function alarmRegions(records: RecordStore): string[] {
  return records.regions(KIND);
}

export function saveAlarm(records: RecordStore, region: string, alarm: Alarm): void {
  records.put(KIND, region, alarm.name, alarm);
}

/** True when there was one. */
export function deleteAlarm(records: RecordStore, region: string, name: string): boolean {
  return records.delete(KIND, region, name);
}

/** An alarm that was never evaluated, or the one of its name with another definition. */
export function newAlarm(region: string, definition: AlarmDefinition, now: number, before?: Alarm): Alarm {
  const period = alarmPeriodMs(definition);
  return {
    name: definition.AlarmName,
    arn: alarmArn(region, definition.AlarmName),
    // Tags are set when an alarm is made; a later PutMetricAlarm leaves them (API reference of PutMetricAlarm).
    definition: before ? { ...definition, Tags: before.definition.Tags } : definition,
    configuredAt: now,
    state: before?.state ?? "INSUFFICIENT_DATA",
    reason: before?.reason ?? "Unchecked: Initial alarm creation",
    reasonData: before?.reasonData ?? null,
    stateAt: before?.stateAt ?? now,
    // The period that is under way is looked at when it has ended.
    evaluatedTo: Math.floor(now / period) * period,
  };
}

/** The period by which an alarm is evaluated. */
export function alarmPeriodMs({ Period, Metrics }: AlarmDefinition): number {
  const ofMetrics = (Metrics ?? []).map((query) => query.MetricStat?.Period ?? query.Period ?? 0);
  return (Period ?? Math.max(60, ...ofMetrics)) * 1000;
}

export type AlarmHistory = ReturnType<typeof openAlarmHistory>;

/** What happened to alarms; it outlives them, as in CloudWatch. */
export function openAlarmHistory(database: Database) {
  database.exec(SCHEMA);
  const insert = database.prepare(
    "insert into alarm_history (region, alarm, at, type, summary, data) values (?, ?, ?, ?, ?, ?)",
  );
  const prune = database.prepare("delete from alarm_history where seq <= (select max(seq) from alarm_history) - ?");
  const select = database.prepare(
    "select alarm, at, type, summary, data from alarm_history where region = ? and (? = '' or alarm = ?) order by at desc, seq desc",
  );
  return {
    add(region: string, item: AlarmHistoryItem): void {
      insert.run(region, item.alarm, item.at, item.type, item.summary, item.data);
      prune.run(KEPT);
    },
    /** Newest first; of all alarms when no name is given. */
    list: (region: string, name = ""): AlarmHistoryItem[] =>
      select.all(region, name, name) as unknown as AlarmHistoryItem[],
  };
}

export function alarmArn(region: string, name: string): string {
  return `arn:aws:cloudwatch:${region}:${ACCOUNT_ID}:alarm:${name}`;
}
