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

export type AlarmStore = ReturnType<typeof openAlarmStore>;

/** Alarms and what happened to them; history outlives its alarm, as in CloudWatch. */
export function openAlarmStore(records: RecordStore, database: Database) {
  database.exec(SCHEMA);
  const insert = database.prepare(
    "insert into alarm_history (region, alarm, at, type, summary, data) values (?, ?, ?, ?, ?, ?)",
  );
  const prune = database.prepare("delete from alarm_history where seq <= (select max(seq) from alarm_history) - ?");
  const select = database.prepare(
    "select alarm, at, type, summary, data from alarm_history where region = ? and (? = '' or alarm = ?) order by at desc, seq desc",
  );
  return {
    find: (region: string, name: string): Alarm | undefined => records.get<Alarm>(KIND, region, name),
    list: (region: string): Alarm[] => records.list<Alarm>(KIND, region),
    regions: (): string[] => records.regions(KIND),
    save(region: string, alarm: Alarm): void {
      records.put(KIND, region, alarm.name, alarm);
    },
    delete: (region: string, name: string): boolean => records.delete(KIND, region, name),
    remember(region: string, item: AlarmHistoryItem): void {
      insert.run(region, item.alarm, item.at, item.type, item.summary, item.data);
      prune.run(KEPT);
    },
    /** Newest first; of all alarms when no name is given. */
    history: (region: string, name = ""): AlarmHistoryItem[] =>
      select.all(region, name, name) as unknown as AlarmHistoryItem[],
  };
}

export function alarmArn(region: string, name: string): string {
  return `arn:aws:cloudwatch:${region}:${ACCOUNT_ID}:alarm:${name}`;
}
