/** Roles in rising order: each may do what the ones before it may. */
export const ROLES = ["viewer", "tester", "operator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** The least role that each permission asks for. Every action, route handler and server section names one of these. */
export const PERMISSIONS = {
  "workspace:read": "viewer",
  "container:read": "viewer",
  "endpoint:read": "viewer",
  "endpoint:invoke": "tester",
  /** Asynchronous requests of other people. */
  "endpoint:read-requests": "operator",
  "endpoint:deploy": "operator",
  "endpoint:delete": "operator",
  "component:write": "operator",
  "component:delete": "operator",
  "alarm:write": "operator",
  "training:read": "viewer",
  "training:create": "operator",
  "training:stop": "operator",
  "training:delete": "operator",
  "transform:read": "viewer",
  "transform:results": "tester",
  "transform:create": "operator",
  "transform:stop": "operator",
  "storage:read": "operator",
  "storage:write": "operator",
  /** One's own dashboards; those of others ask for the operator role as well. */
  "dashboard:write": "tester",
  "activity:read": "viewer",
  "settings:read": "viewer",
  "profile:write": "viewer",
  "member:manage": "admin",
  "workspace:manage": "admin",
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof PERMISSIONS;

/** True when `role` holds `permission`. */
export function can(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(PERMISSIONS[permission]);
}
