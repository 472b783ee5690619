import { type APIRequestContext, expect, request, test } from "@playwright/test";

import { can, ROLES } from "../lib/auth/permissions";
import { ACCESS } from "../test/access/access-table";
import { callAction, callRoute } from "./support/call-access";
import { E2E } from "./support/settings";
import { addMember, disableMember, type StorageState, stateAfterSignIn, stateOfRole } from "./support/sign-in";

const contexts = new Map<string, Promise<APIRequestContext>>();

/** One HTTP client per role, and one for somebody whose session is valid but who may not come in any more. */
function clientOf(who: string, state: () => Promise<StorageState | undefined>): Promise<APIRequestContext> {
  const known = contexts.get(who);
  if (known) return known;
  const made = state().then((storageState) => request.newContext({ baseURL: E2E.consoleUrl, storageState }));
  contexts.set(who, made);
  return made;
}

async function stateOfDisabledMember(): Promise<StorageState> {
  const { id, name, password } = await addMember(`e2e-disabled-${process.pid}-${Date.now()}`, "admin");
  const state = await stateAfterSignIn(name, password);
  disableMember(id);
  return state;
}

test.afterAll(async () => {
  for (const context of contexts.values()) await (await context).dispose();
  contexts.clear();
});

for (const [key, permission] of Object.entries(ACCESS)) {
  if (permission === "public") continue;
  const call = key.includes("#") ? callAction : callRoute;

  test(`${key} asks for ${permission}`, async () => {
    const nobody = await clientOf("nobody", async () => undefined);
    expect(await call(nobody, key), "signed out").toBe("unauthenticated");
    if (call === callAction) {
      expect(await callAction(nobody, key, "/sign-in"), "signed out, on the public page").toBe("unauthenticated");
    }
    const disabled = await clientOf("disabled", stateOfDisabledMember);
    expect(await call(disabled, key), "a disabled administrator").toBe("unauthenticated");

    for (const role of ROLES) {
      const client = await clientOf(role, () => stateOfRole(role));
      expect(await call(client, key), role).toBe(can(role, permission) ? "let in" : "forbidden");
    }
  });
}
