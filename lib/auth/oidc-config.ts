import "server-only";
import { z } from "zod";

import { ROLES, type Role } from "./permissions";

const Groups = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((group) => group.trim())
      .filter(Boolean),
  );

/** Sign-in through an OpenID Connect provider; all by environment, documented in docs/operations.md. */
const OidcEnvSchema = z.object({
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  /** Word on the sign-in button. */
  OIDC_NAME: z.string().default("single sign-on"),
  OIDC_SCOPE: z.string().default("openid profile email"),
  /** Claim of the ID token that holds the groups or roles. */
  OIDC_ROLES_CLAIM: z.string().default("groups"),
  /** Role of people in none of the groups below; `none` refuses them. */
  OIDC_DEFAULT_ROLE: z.enum([...ROLES, "none"]).default("viewer"),
  OIDC_VIEWER_GROUPS: Groups,
  OIDC_TESTER_GROUPS: Groups,
  OIDC_OPERATOR_GROUPS: Groups,
  OIDC_ADMIN_GROUPS: Groups,
});

export type OidcConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  label: string;
  scope: string;
  rolesClaim: string;
  defaultRole: Role | "none";
  groups: Record<Role, string[]>;
};

/** The identity provider's settings; null when none is configured. Throws a ZodError that names a bad variable. */
export function oidcConfig(variables: Record<string, string | undefined> = process.env): OidcConfig | null {
  if (!variables.OIDC_ISSUER) return null;
  const env = OidcEnvSchema.parse(variables);
  return {
    issuer: env.OIDC_ISSUER.replace(/\/$/, ""),
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    label: env.OIDC_NAME,
    scope: env.OIDC_SCOPE,
    rolesClaim: env.OIDC_ROLES_CLAIM,
    defaultRole: env.OIDC_DEFAULT_ROLE,
    groups: {
      viewer: env.OIDC_VIEWER_GROUPS,
      tester: env.OIDC_TESTER_GROUPS,
      operator: env.OIDC_OPERATOR_GROUPS,
      admin: env.OIDC_ADMIN_GROUPS,
    },
  };
}

/** The role that somebody's claims give: the highest of their groups', a role named outright, or null for neither. */
export function roleOfClaims(config: OidcConfig, claims: Record<string, unknown>): Role | null {
  const held = new Set([claims[config.rolesClaim]].flat().filter((value) => typeof value === "string"));
  const hasGroups = ROLES.some((role) => config.groups[role].length > 0);
  const fits = (role: Role) => (hasGroups ? config.groups[role].some((group) => held.has(group)) : held.has(role));
  return ROLES.findLast(fits) ?? null;
}

/** True when group membership decides roles, so that an administrator's change here would not last. */
export function groupsDecide(config: OidcConfig): boolean {
  return ROLES.some((role) => config.groups[role].length > 0);
}
