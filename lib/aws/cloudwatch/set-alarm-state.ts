import "server-only";
import { SetAlarmStateCommand } from "@aws-sdk/client-cloudwatch";

import { type AwsTarget, cloudWatchClient } from "../client";
import { toAppError } from "../errors";

/** Puts an alarm to ALARM by hand, until CloudWatch evaluates it the next time. */
export async function setOffAlarm(target: AwsTarget, name: string, reason: string): Promise<void> {
  try {
    await cloudWatchClient(target).send(
      new SetAlarmStateCommand({ AlarmName: name, StateValue: "ALARM", StateReason: reason }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}
