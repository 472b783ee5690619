import type { EmulatorContext } from "../../../context.ts";
import { openNotifications } from "../../runtime/async/notifications.ts";
import {
  type Alarm,
  type AlarmHistory,
  type AlarmState,
  alarmPeriodMs,
  alarmRegions,
  listAlarms,
  saveAlarm,
} from "./alarm-store.ts";
import { evaluateAlarm } from "./evaluate-alarm.ts";

/** A clock that was put far ahead is not followed minute by minute: older periods are left out. */
const MOST_PERIODS = 3 * 1_440;

const LOOK_EVERY_MS = 1_000;
/** No alarm's period ends between two multiples of it. */
const SHORTEST_PERIOD_MS = 10_000;

export type AlarmClock = {
  /** Evaluates each alarm for every period that has ended since it was last looked at. */
  catchUp(): void;
  /** Looks at an alarm that was just made or changed for the period that ended last, as CloudWatch does within seconds. */
  begin(region: string, alarm: Alarm): void;
  /** Sets a state by hand, until the next evaluation says otherwise. */
  set(region: string, alarm: Alarm, state: AlarmState, reason: string): void;
};

/** Follows the alarms by itself, and when asked. */
export function createAlarmClock(context: EmulatorContext, history: AlarmHistory): AlarmClock {
  const follower = createAlarmFollower(context, history);
  const timer = setInterval(follower.catchUp, LOOK_EVERY_MS).unref();
  context.stopping.addEventListener("abort", () => clearInterval(timer), { once: true });
  return follower;
}

/** Follows the alarms when asked. */
export function createAlarmFollower(context: EmulatorContext, history: AlarmHistory): AlarmClock {
  const { clock, database, records, stopping } = context;
  const notifications = openNotifications(database);
  let lookedAt = Number.NaN;

  function catchUp(): void {
    const now = clock.now();
    const boundary = Math.floor(now / SHORTEST_PERIOD_MS);
    if (stopping.aborted || boundary === lookedAt) return;
    lookedAt = boundary;
    for (const region of alarmRegions(records)) {
      for (const alarm of listAlarms(records, region)) follow(region, alarm, now);
    }
  }

  function follow(region: string, alarm: Alarm, now: number): void {
    const period = alarmPeriodMs(alarm.definition);
    const last = Math.floor(now / period) * period;
    let current = alarm;
    for (let end = Math.max(alarm.evaluatedTo + period, last - MOST_PERIODS * period); end <= last; end += period) {
      const { state, reason, datapoints } = evaluateAlarm(context, region, alarm.definition, end, current.state);
      const reasonData = JSON.stringify({
        version: "1.0",
        queryDate: new Date(end).toISOString(),
        period: period / 1000,
        recentDatapoints: datapoints.filter((value) => value !== null),
        threshold: alarm.definition.Threshold,
      });
      current = { ...current, evaluatedTo: end };
      if (state !== current.state) current = changed(region, current, state, { reason, reasonData, at: end });
    }
    if (current !== alarm) saveAlarm(records, region, current);
  }

  function changed(
    region: string,
    alarm: Alarm,
    state: AlarmState,
    { reason, reasonData, at }: { reason: string; reasonData: string | null; at: number },
  ): Alarm {
    history.add(region, {
      alarm: alarm.name,
      at,
      type: "StateUpdate",
      summary: `Alarm updated from ${alarm.state} to ${state}`,
      data: JSON.stringify({
        version: "1.0",
        oldState: { stateValue: alarm.state, stateReason: alarm.reason },
        newState: { stateValue: state, stateReason: reason },
      }),
    });
    act(region, alarm, state, reason, at);
    return { ...alarm, state, reason, reasonData, stateAt: at };
  }

  /** Topics are told; scaling policies look at their alarms themselves. */
  function act(
    region: string,
    { name, definition, state: before }: Alarm,
    state: AlarmState,
    reason: string,
    at: number,
  ) {
    if (definition.ActionsEnabled === false) return;
    const actions = {
      ALARM: definition.AlarmActions,
      OK: definition.OKActions,
      INSUFFICIENT_DATA: definition.InsufficientDataActions,
    };
    for (const topicArn of actions[state] ?? []) {
      if (!topicArn.startsWith("arn:aws:sns:")) continue;
      const message = {
        AlarmName: name,
        NewStateValue: state,
        NewStateReason: reason,
        OldStateValue: before,
        StateChangeTime: new Date(at).toISOString(),
      };
      notifications.add({ at, region, topicArn, message });
      history.add(region, {
        alarm: name,
        at,
        type: "Action",
        summary: `Successfully executed action ${topicArn}`,
        data: "{}",
      });
    }
  }

  return {
    catchUp,
    begin(region, alarm) {
      follow(region, { ...alarm, evaluatedTo: alarm.evaluatedTo - alarmPeriodMs(alarm.definition) }, clock.now());
    },
    set(region, alarm, state, reason) {
      const at = clock.now();
      const next =
        state === alarm.state ? { ...alarm, reason } : changed(region, alarm, state, { reason, reasonData: null, at });
      saveAlarm(records, region, next);
    },
  };
}
