"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { AlarmActionsInput, AlarmRequest, DeleteAlarmInput, OfferInput, SaveAlarmInput } from "./schema";
import { deleteAlarm, restoreAlarm, saveAlarm, saveOffered, switchAlarmActions } from "./service";

export const saveAlarmAction = workspaceAction({
  permission: "alarm:write",
  input: SaveAlarmInput,
  target: ({ name }) => `alarm ${name}`,
  run: (input, { workspace, member }) => saveAlarm(workspace, member, input),
});

export const saveOfferedAction = workspaceAction({
  permission: "alarm:write",
  input: OfferInput,
  target: ({ endpoint }) => `alarms of endpoint ${endpoint}`,
  run: (input, { workspace, member }) => saveOffered(workspace, member, input),
});

export const deleteAlarmAction = workspaceAction({
  permission: "alarm:write",
  input: DeleteAlarmInput,
  target: ({ name }) => `alarm ${name}`,
  run: ({ name }, { workspace }) => deleteAlarm(workspace, name),
});

export const switchAlarmActionsAction = workspaceAction({
  permission: "alarm:write",
  input: AlarmActionsInput,
  target: ({ name, isOn }) => `alarm ${name}, actions ${isOn ? "enabled" : "disabled"}`,
  run: ({ name, isOn }, { workspace }) => switchAlarmActions(workspace, name, isOn),
});

export const restoreAlarmAction = workspaceAction({
  permission: "alarm:write",
  input: AlarmRequest,
  target: ({ AlarmName }) => `alarm ${AlarmName}`,
  run: (request, { workspace }) => restoreAlarm(workspace, request),
});
