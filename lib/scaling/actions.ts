"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { changeScaling, deleteLeftAlarm } from "./change-service";
import { ChangeScalingInput, LeftAlarmInput } from "./schema";

/** Changes what scales a variant, by the requests that were reviewed. */
export const changeScalingAction = workspaceAction({
  permission: "endpoint:deploy",
  input: ChangeScalingInput,
  target: ({ endpoint }) => `endpoint ${endpoint}`,
  run: (input, { workspace, member }) => changeScaling(workspace, member, input),
});

/** Removes an alarm whose scaling policy is gone. */
export const deleteLeftAlarmAction = workspaceAction({
  permission: "endpoint:deploy",
  input: LeftAlarmInput,
  target: ({ name }) => `alarm ${name}`,
  run: ({ name }, { workspace }) => deleteLeftAlarm(workspace, name),
});
