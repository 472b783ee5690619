"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useCan, useMember, useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { unwrap } from "@/lib/actions/unwrap";
import { createDashboardAction, deleteDashboardAction, saveDashboardAction } from "@/lib/dashboards/actions";
import { dashboardKeys } from "@/lib/dashboards/queries";
import type { CreateDashboardInput, SaveDashboardInput } from "@/lib/dashboards/schema";
import type { SavedDashboard } from "@/lib/dashboards/view";

/** What one may do with the workspace's dashboards, and why not the rest. */
export function useDashboards() {
  const { id: workspace } = useWorkspace();
  const member = useMember();
  const refusal = useRefusal("dashboard:write");
  const mayChangeAll = useCan("endpoint:deploy");
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: dashboardKeys.list(workspace) });

  const create = useMutation({
    mutationFn: (input: CreateDashboardInput) => createDashboardAction(workspace, input).then(unwrap),
    onSuccess: changed,
  });
  const save = useMutation({
    mutationFn: (input: SaveDashboardInput) => saveDashboardAction(workspace, input).then(unwrap),
    onSuccess: async (saved) => {
      const queryKey = dashboardKeys.detail(workspace, saved.id);
      client.setQueryData(queryKey, saved);
      await Promise.all([changed(), client.invalidateQueries({ queryKey })]);
    },
  });
  const remove = useMutation({
    mutationFn: ({ id, name }: SavedDashboard) => deleteDashboardAction(workspace, { id, name }).then(unwrap),
    onSuccess: changed,
  });
  return {
    create,
    save,
    remove,
    refusal,
    /** Null when they may. */
    refusalOf: ({ memberId, memberName }: SavedDashboard): string | null =>
      refusal ?? (mayChangeAll || memberId === member.id ? null : `Only ${memberName} and operators may.`),
  };
}
