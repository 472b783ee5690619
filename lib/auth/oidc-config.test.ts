import { expect, test } from "vitest";

import { oidcConfig, roleOfClaims } from "./oidc-config";

const BASE = { OIDC_ISSUER: "https://id.example/", OIDC_CLIENT_ID: "console", OIDC_CLIENT_SECRET: "s" };

function config(more: Record<string, string> = {}) {
  const made = oidcConfig({ ...BASE, ...more });
  if (!made) throw new Error("no configuration");
  return made;
}

test("without an issuer there is no identity provider", () => {
  expect(oidcConfig({})).toBeNull();
});

test("a missing client id is named", () => {
  expect(() => oidcConfig({ OIDC_ISSUER: "https://id.example" })).toThrow("OIDC_CLIENT_ID");
});

test("the highest role of somebody's groups counts", () => {
  const mapped = config({ OIDC_ADMIN_GROUPS: "ml-admins, root", OIDC_TESTER_GROUPS: "everyone" });
  expect(roleOfClaims(mapped, { groups: ["everyone", "root"] })).toBe("admin");
  expect(roleOfClaims(mapped, { groups: "everyone" })).toBe("tester");
  expect(roleOfClaims(mapped, { groups: ["admin"] })).toBeNull();
});

test("without group names the claim may hold role names", () => {
  expect(roleOfClaims(config({ OIDC_ROLES_CLAIM: "role" }), { role: "operator" })).toBe("operator");
  expect(roleOfClaims(config(), {})).toBeNull();
});
