import type { Permission } from "@/lib/auth/permissions";

/**
 * Every server action and route handler with the permission that it must ask for; `public` asks for none.
 *
 * Add a row for each `export` of a "use server" file (`file#export`) and for each method of a `route.ts`
 * (`METHOD /path` with the folder names). `test/access/access-table.test.ts` fails within seconds on one that is missing;
 * `e2e/refuse-access.spec.ts` calls each row over HTTP as every role, as a disabled member and signed out.
 */
export const ACCESS: Record<string, Permission | "public"> = {
  // Identity
  "GET /api/auth/[...nextauth]": "public",
  "POST /api/auth/[...nextauth]": "public",
  "GET /api/health": "public",

  // Members, workspaces, settings, activity
  "GET /api/members": "settings:read",
  "GET /api/workspaces": "workspace:read",
  "GET /api/workspaces/[workspace]/activity": "activity:read",
  "GET /api/workspaces/[workspace]/activity/facets": "activity:read",
  "GET /api/workspaces/[workspace]/hub-token": "settings:read",
  "GET /api/workspaces/[workspace]/identity": "workspace:manage",
  "lib/members/actions.ts#addMemberAction": "member:manage",
  "lib/members/actions.ts#changeOwnPasswordAction": "profile:write",
  "lib/members/actions.ts#changeRoleAction": "member:manage",
  "lib/members/actions.ts#deleteMemberAction": "member:manage",
  "lib/members/actions.ts#resetPasswordAction": "member:manage",
  "lib/members/actions.ts#setDisabledAction": "member:manage",
  "lib/settings/actions.ts#setDeleteExpiredAction": "workspace:manage",
  "lib/settings/actions.ts#removeHubTokenAction": "workspace:manage",
  "lib/settings/actions.ts#saveDefaultsAction": "workspace:manage",
  "lib/settings/actions.ts#setHubTokenAction": "workspace:manage",
  "lib/workspaces/actions.ts#addWorkspaceAction": "workspace:manage",
  "lib/workspaces/actions.ts#deleteWorkspaceAction": "workspace:manage",
  "lib/workspaces/actions.ts#updateWorkspaceAction": "workspace:manage",

  // Cost
  "GET /api/workspaces/[workspace]/costs": "endpoint:read",

  // Overview
  "GET /api/workspaces/[workspace]/overview": "endpoint:read",

  // Endpoints
  "GET /api/workspaces/[workspace]/endpoint-rows": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/deletion": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/history": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/update-start": "endpoint:read",
  "GET /api/workspaces/[workspace]/updates/[update]": "endpoint:read",
  "POST /api/workspaces/[workspace]/endpoints/[name]/update-review": "endpoint:deploy",
  "lib/updates/actions.ts#returnToConfigAction": "endpoint:deploy",
  "lib/updates/actions.ts#startUpdateAction": "endpoint:deploy",
  "lib/updates/actions.ts#stopUpdateAction": "endpoint:deploy",
  "GET /api/workspaces/[workspace]/endpoints/[name]/live-log": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/log-file": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/log-lines": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/log-streams": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/logs": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/metrics": "endpoint:read",
  "GET /api/workspaces/[workspace]/metrics": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/scaling": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/scaling/timeline": "endpoint:read",
  "GET /api/workspaces/[workspace]/scaling": "endpoint:read",
  "GET /api/workspaces/[workspace]/scaling/states": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/replay-history": "endpoint:read",
  "GET /api/workspaces/[workspace]/dashboards": "endpoint:read",
  "GET /api/workspaces/[workspace]/dashboards/[id]": "endpoint:read",
  "GET /api/workspaces/[workspace]/dashboards/[id]/charts": "endpoint:read",
  "lib/dashboards/actions.ts#createDashboardAction": "dashboard:write",
  "lib/dashboards/actions.ts#deleteDashboardAction": "dashboard:write",
  "lib/dashboards/actions.ts#saveDashboardAction": "dashboard:write",
  "GET /api/workspaces/[workspace]/endpoints/[name]/setup-times": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/specification": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/tags": "endpoint:read",
  "POST /api/workspaces/[workspace]/endpoints/[name]/invocations": "endpoint:invoke",
  "POST /api/workspaces/[workspace]/endpoints/[name]/invocations-response-stream": "endpoint:invoke",
  "GET /api/workspaces/[workspace]/expiring-endpoints": "endpoint:read",
  "GET /api/workspaces/[workspace]/endpoints/[name]/parking": "endpoint:read",
  "GET /api/workspaces/[workspace]/parked-endpoints": "endpoint:read",
  "GET /api/workspaces/[workspace]/parked-endpoints/[id]/specification": "endpoint:read",
  "lib/parking/actions.ts#discardParkedAction": "endpoint:delete",
  "lib/parking/actions.ts#parkEndpointAction": "endpoint:delete",
  "lib/parking/actions.ts#restoreParkedAction": "endpoint:deploy",
  "lib/endpoints/actions.ts#deleteEndpointAction": "endpoint:delete",
  "lib/endpoints/actions.ts#setExpiryAction": "endpoint:deploy",
  "lib/scaling/actions.ts#changeScalingAction": "endpoint:deploy",
  "lib/scaling/actions.ts#deleteLeftAlarmAction": "endpoint:deploy",

  // Alarms
  "GET /api/workspaces/[workspace]/alarm-history": "endpoint:read",
  "GET /api/workspaces/[workspace]/alarms": "endpoint:read",
  "GET /api/workspaces/[workspace]/metric-window": "endpoint:read",
  "GET /api/workspaces/[workspace]/topics": "alarm:write",
  "GET /api/workspaces/[workspace]/topics/subscriptions": "alarm:write",
  "lib/alarms/actions.ts#deleteAlarmAction": "alarm:write",
  "lib/alarms/actions.ts#restoreAlarmAction": "alarm:write",
  "lib/alarms/actions.ts#saveAlarmAction": "alarm:write",
  "lib/alarms/actions.ts#saveOfferedAction": "alarm:write",

  // Models
  "GET /api/workspaces/[workspace]/models": "transform:read",
  "GET /api/workspaces/[workspace]/models/[name]": "endpoint:read",

  // Training
  "GET /api/workspaces/[workspace]/training-job-comparison": "training:read",
  "GET /api/workspaces/[workspace]/training-job-rows": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/artifact": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/live-log": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/log-file": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/log-lines": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/log-streams": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/logs": "training:read",
  "GET /api/workspaces/[workspace]/training-jobs/[name]/metrics": "training:read",
  "lib/training/actions.ts#createTrainingJobAction": "training:create",
  "lib/training/actions.ts#deleteTrainingJobAction": "training:delete",
  "lib/training/actions.ts#stopTrainingJobAction": "training:stop",

  // Batch transform
  "GET /api/workspaces/[workspace]/transform-job-rows": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/download": "transform:results",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/failures": "transform:results",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/files": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/live-log": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/log-file": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/log-lines": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/log-streams": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/logs": "transform:read",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/preview": "transform:results",
  "GET /api/workspaces/[workspace]/transform-jobs/[name]/records": "transform:read",
  "lib/transform/actions.ts#createTransformJobAction": "transform:create",
  "lib/transform/actions.ts#stopTransformJobAction": "transform:stop",

  // Playground
  "DELETE /api/workspaces/[workspace]/playground/calls": "endpoint:invoke",
  "DELETE /api/workspaces/[workspace]/playground/calls/[id]": "endpoint:invoke",
  "GET /api/workspaces/[workspace]/playground/calls": "endpoint:invoke",
  "GET /api/workspaces/[workspace]/playground/calls/[id]": "endpoint:invoke",
  "GET /api/workspaces/[workspace]/playground/examples": "endpoint:invoke",
  "GET /api/workspaces/[workspace]/playground/examples/[id]": "endpoint:invoke",
  "POST /api/workspaces/[workspace]/playground/examples": "endpoint:invoke",
  "lib/playground/actions.ts#deleteExampleAction": "endpoint:invoke",
  "lib/playground/actions.ts#editExampleAction": "endpoint:invoke",

  // Storage
  "DELETE /api/workspaces/[workspace]/s3/uploads": "storage:write",
  "GET /api/workspaces/[workspace]/s3/buckets": "storage:read",
  "GET /api/workspaces/[workspace]/s3/object": "storage:read",
  "GET /api/workspaces/[workspace]/s3/objects": "storage:read",
  "POST /api/workspaces/[workspace]/s3/uploads": "storage:write",
  "POST /api/workspaces/[workspace]/s3/uploads/completion": "storage:write",
  "PUT /api/workspaces/[workspace]/s3/object": "storage:write",
  "PUT /api/workspaces/[workspace]/s3/uploads": "storage:write",
  // Asynchronous requests
  "GET /api/workspaces/[workspace]/async-requests": "endpoint:invoke",
  "GET /api/workspaces/[workspace]/async-requests/[id]": "endpoint:invoke",
  "POST /api/workspaces/[workspace]/async-requests": "endpoint:invoke",
  "lib/async/actions.ts#forgetAsyncRequestsAction": "endpoint:invoke",
  "lib/async/actions.ts#resendAsyncRequestAction": "endpoint:invoke",

  // Deploy
  "GET /api/workspaces/[workspace]/archive-listing": "endpoint:deploy",
  "GET /api/workspaces/[workspace]/execution-roles": "endpoint:deploy",
  "GET /api/workspaces/[workspace]/hub-model": "endpoint:deploy",
  "GET /api/workspaces/[workspace]/preflight-quota": "endpoint:deploy",
  "GET /api/workspaces/[workspace]/preflight-role": "endpoint:deploy",
  "GET /api/workspaces/[workspace]/operations": "endpoint:read",
  "GET /api/workspaces/[workspace]/operations/[id]": "endpoint:read",
  "POST /api/workspaces/[workspace]/git-source": "storage:write",
  "POST /api/workspaces/[workspace]/uploads": "storage:write",
  "lib/deploy/actions.ts#startDeployAction": "endpoint:deploy",
  "lib/operations/actions.ts#dismissOperationAction": "endpoint:deploy",
  "lib/operations/actions.ts#removeMadeAction": "endpoint:delete",
  "lib/operations/actions.ts#retryOperationAction": "endpoint:deploy",
};
