/** What a permission means as a deed, for the activity log. */
const LABELS: Record<string, string> = {
  "endpoint:deploy": "Deploy endpoint",
  "endpoint:delete": "Delete endpoint",
  "endpoint:invoke": "Invoke endpoint",
  "component:write": "Change inference component",
  "component:delete": "Delete inference component",
  "alarm:write": "Change alarm",
  "training:create": "Train",
  "training:stop": "Stop training job",
  "training:delete": "Delete training job",
  "transform:create": "Run batch transform",
  "transform:stop": "Stop transform job",
  "dashboard:write": "Change dashboard",
  "storage:write": "Upload",
  "member:manage": "Manage members",
  "workspace:manage": "Manage workspace",
  "profile:write": "Change own account",
};

/** Words for an action of the audit log; one that has none yet is shown as it is stored. */
export function actionLabel(action: string): string {
  return LABELS[action] ?? action;
}
