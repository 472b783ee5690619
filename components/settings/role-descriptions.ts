import type { Role } from "@/lib/auth/permissions";

/** What each role adds to the ones before it. */
export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  viewer: "looks at everything",
  tester: "also tries models in the playground",
  operator: "also deploys, changes and deletes endpoints",
  admin: "also manages members, workspaces and settings",
};
