"use server";

import { workspaceAction } from "@/lib/actions/authed-action";

import { CreateDashboardInput, DeleteDashboardInput, SaveDashboardInput } from "./schema";
import { createDashboard, deleteDashboard, saveDashboard } from "./service";

export const createDashboardAction = workspaceAction({
  permission: "dashboard:write",
  input: CreateDashboardInput,
  target: ({ name }) => `dashboard ${name}`,
  run: (input, { workspace, member }) => createDashboard(workspace, member, input),
});

export const saveDashboardAction = workspaceAction({
  permission: "dashboard:write",
  input: SaveDashboardInput,
  target: ({ name }) => `dashboard ${name}, saved`,
  run: (input, { workspace, member }) => saveDashboard(workspace, member, input),
});

export const deleteDashboardAction = workspaceAction({
  permission: "dashboard:write",
  input: DeleteDashboardInput,
  target: ({ name }) => `dashboard ${name}, deleted`,
  run: ({ id }, { workspace, member }) => deleteDashboard(workspace, member, id),
});
