import type { EmulatorContext } from "../../../context.ts";
import type { Call, Operations } from "../../../protocol/aws-request.ts";
import { Fault } from "../../../protocol/fault.ts";
import { offsetPage } from "../../page-token.ts";
import type { AlarmClock } from "./alarm-clock.ts";
import {
  type Alarm,
  type AlarmDefinition,
  type AlarmHistory,
  type AlarmState,
  deleteAlarm,
  findAlarm,
  listAlarms,
  newAlarm,
  saveAlarm,
} from "./alarm-store.ts";

type Describe = {
  AlarmNames?: string[];
  AlarmNamePrefix?: string;
  AlarmTypes?: string[];
  StateValue?: AlarmState;
  ActionPrefix?: string;
  MaxRecords?: number;
  NextToken?: string;
};
type SetState = { AlarmName: string; StateValue: AlarmState; StateReason: string };
type History = {
  AlarmName?: string;
  HistoryItemType?: string;
  StartDate?: number;
  EndDate?: number;
  MaxRecords?: number;
  NextToken?: string;
  ScanBy?: "TimestampAscending" | "TimestampDescending";
};

/** Alarms on metrics: made, read, set by hand, taken away, and their history. */
export function alarmOperations(
  { records, clock }: EmulatorContext,
  history: AlarmHistory,
  alarms: AlarmClock,
): Operations {
  function putMetricAlarm(input: AlarmDefinition, { region }: Call): void {
    checkAlarm(input);
    const now = clock.now();
    const before = findAlarm(records, region, input.AlarmName);
    const summary = before ? `Alarm "${input.AlarmName}" updated` : `Alarm "${input.AlarmName}" created`;
    history.add(region, { alarm: input.AlarmName, at: now, type: "ConfigurationUpdate", summary, data: "{}" });
    alarms.begin(region, newAlarm(region, input, now, before));
  }

  function describeAlarms(input: Describe, { region }: Call) {
    alarms.catchUp();
    const {
      AlarmNames,
      AlarmNamePrefix = "",
      StateValue,
      ActionPrefix,
      AlarmTypes,
      MaxRecords = 50,
      NextToken,
    } = input;
    if (AlarmTypes && !AlarmTypes.includes("MetricAlarm")) return { MetricAlarms: [], CompositeAlarms: [] };
    const wanted = listAlarms(records, region)
      .filter(({ name }) => !AlarmNames?.length || AlarmNames.includes(name))
      .filter(({ name }) => name.startsWith(AlarmNamePrefix))
      .filter(({ state }) => StateValue === undefined || state === StateValue)
      .filter(
        ({ definition }) => !ActionPrefix || definition.AlarmActions?.some((arn) => arn.startsWith(ActionPrefix)),
      );
    const page = offsetPage(records, `alarms ${region}`, wanted, NextToken, Math.min(100, Math.max(1, MaxRecords)));
    return { MetricAlarms: page.items.map(describeAlarm), CompositeAlarms: [], NextToken: page.nextToken };
  }

  function deleteAlarms({ AlarmNames }: { AlarmNames: string[] }, { region }: Call): void {
    const gone = AlarmNames.filter((name) => deleteAlarm(records, region, name));
    for (const name of gone) {
      const summary = `Alarm "${name}" deleted`;
      history.add(region, { alarm: name, at: clock.now(), type: "ConfigurationUpdate", summary, data: "{}" });
    }
  }

  /** Names that are no alarm's are passed over, as those of DeleteAlarms are. */
  function switchActions(ActionsEnabled: boolean) {
    return ({ AlarmNames }: { AlarmNames: string[] }, { region }: Call): void => {
      alarms.catchUp(); // what has passed was done, or not, as the alarm was then
      for (const name of new Set(AlarmNames)) {
        const alarm = findAlarm(records, region, name);
        if (!alarm) continue;
        const now = clock.now();
        const summary = `Alarm "${name}" updated`;
        history.add(region, { alarm: name, at: now, type: "ConfigurationUpdate", summary, data: "{}" });
        saveAlarm(records, region, {
          ...alarm,
          definition: { ...alarm.definition, ActionsEnabled },
          configuredAt: now,
        });
      }
    };
  }

  function setAlarmState({ AlarmName, StateValue, StateReason }: SetState, { region }: Call): void {
    alarms.catchUp(); // what has passed must not undo it
    const alarm = findAlarm(records, region, AlarmName);
    if (!alarm) throw new Fault("ResourceNotFound", `Alarm ${AlarmName} does not exist`, 404);
    alarms.set(region, alarm, StateValue, StateReason);
  }

  function describeAlarmHistory(input: History, { region }: Call) {
    alarms.catchUp();
    const { AlarmName, HistoryItemType, StartDate, EndDate, MaxRecords = 50, NextToken, ScanBy } = input;
    const wanted = history
      .list(region, AlarmName)
      .filter(({ type }) => HistoryItemType === undefined || type === HistoryItemType)
      .filter(
        ({ at }) =>
          (StartDate === undefined || at >= StartDate * 1000) && (EndDate === undefined || at <= EndDate * 1000),
      );
    if (ScanBy === "TimestampAscending") wanted.reverse();
    const listing = `alarm-history ${region} ${AlarmName ?? ""}`;
    const page = offsetPage(records, listing, wanted, NextToken, Math.min(100, Math.max(1, MaxRecords)));
    const items = page.items.map(({ alarm, at, type, summary, data }) => ({
      AlarmName: alarm,
      AlarmType: "MetricAlarm",
      Timestamp: at / 1000,
      HistoryItemType: type,
      HistorySummary: summary,
      HistoryData: data,
    }));
    return { AlarmHistoryItems: items, NextToken: page.nextToken };
  }

  function listTagsForResource({ ResourceARN }: { ResourceARN: string }, { region }: Call) {
    const alarm = listAlarms(records, region).find(({ arn }) => arn === ResourceARN);
    if (!alarm) throw new Fault("ResourceNotFoundException", `Resource ${ResourceARN} does not exist`, 404);
    return { Tags: alarm.definition.Tags ?? [] };
  }

  return {
    ListTagsForResource: listTagsForResource,
    PutMetricAlarm: putMetricAlarm,
    DescribeAlarms: describeAlarms,
    DeleteAlarms: deleteAlarms,
    EnableAlarmActions: switchActions(true),
    DisableAlarmActions: switchActions(false),
    SetAlarmState: setAlarmState,
    DescribeAlarmHistory: describeAlarmHistory,
  };
}

/** What CloudWatch refuses beyond its constraints (API reference of PutMetricAlarm). */
function checkAlarm({ MetricName, Metrics, Statistic, ExtendedStatistic, Period, ...input }: AlarmDefinition): void {
  const { EvaluationPeriods = 1, DatapointsToAlarm = EvaluationPeriods, Threshold, ComparisonOperator } = input;
  const refuse = (message: string) => new Fault("ValidationError", message);
  if ((MetricName === undefined) === (Metrics === undefined)) {
    throw refuse("Exactly one of MetricName and Metrics must be specified.");
  }
  if (MetricName !== undefined && (Statistic === undefined) === (ExtendedStatistic === undefined)) {
    throw refuse("Exactly one element of statistic and extended statistic must be specified.");
  }
  if (MetricName !== undefined && Period === undefined) throw refuse("The parameter Period must be specified.");
  if (input.EvaluationPeriods === undefined) throw refuse("The parameter EvaluationPeriods must be specified.");
  if (Threshold === undefined) throw refuse("The parameter Threshold must be specified.");
  if (!SUPPORTED.includes(ComparisonOperator ?? "")) {
    throw refuse(`The emulator evaluates thresholds, not ${ComparisonOperator ?? "a missing ComparisonOperator"}.`);
  }
  if (DatapointsToAlarm > EvaluationPeriods) {
    throw refuse("The parameter DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
  }
}

const SUPPORTED = [
  "GreaterThanThreshold",
  "GreaterThanOrEqualToThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
];

function describeAlarm({ arn, definition, configuredAt, state, reason, reasonData, stateAt }: Alarm) {
  const { Tags: _, ...described } = definition;
  return {
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    Dimensions: [],
    ...described,
    AlarmArn: arn,
    AlarmConfigurationUpdatedTimestamp: configuredAt / 1000,
    StateValue: state,
    StateReason: reason,
    StateReasonData: reasonData ?? undefined,
    StateUpdatedTimestamp: stateAt / 1000,
    StateTransitionedTimestamp: stateAt / 1000,
  };
}
