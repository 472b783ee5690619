import type { Page } from "@playwright/test";

import { type ConsoleProcess, freePort, startConsole } from "./support/identity/console-process";
import { CLIENT, type IdentityProvider, startIdentityProvider } from "./support/identity/identity-provider";
import { pageIsAlive } from "./support/page-is-alive";
import { E2E } from "./support/settings";
import { giveRole } from "./support/sign-in";
import { expect, test } from "./support/test";

test.use({ role: null });
// One console and one provider for all of these.
test.describe.configure({ mode: "default" });

let consoleUrl: string;
let provider: IdentityProvider;
let ownConsole: ConsoleProcess;

test.beforeAll(async () => {
  const port = await freePort();
  consoleUrl = `http://127.0.0.1:${port}`;
  provider = await startIdentityProvider(consoleUrl);
  ownConsole = await startConsole(port, {
    ADMIN_PASSWORD: E2E.adminPassword,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "Example ID",
    OIDC_OPERATOR_GROUPS: "ml-operators",
  });
});

test.afterAll(async () => {
  await ownConsole?.stop();
  await provider?.close();
});

async function signInAs(page: Page, choice: string, path = "/local/settings/account") {
  await page.goto(`${consoleUrl}${path}`);
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
  await page.getByRole("button", { name: choice }).click();
}

test.describe("Sign in through an identity provider", () => {
  test("the role comes from the person's groups, and the page asked for opens", async ({ page, expectAccessible }) => {
    await page.goto(`${consoleUrl}/sign-in`);
    await expect(page.getByRole("button", { name: "Continue with Example ID" })).toBeVisible();
    await expectAccessible();
    await signInAs(page, "I am ada", "/local/activity?outcome=failed");
    await expect(page).toHaveURL(`${consoleUrl}/local/activity?outcome=failed`);
    await expect(page.getByRole("button", { name: "ada, operator" })).toBeVisible();
  });

  test("somebody in none of the groups gets the default role, and another role counts at the next click", async ({
    page,
  }) => {
    await signInAs(page, "I am grace");
    await expect(page.getByRole("button", { name: "grace, viewer" })).toBeVisible();
    giveRole("grace", "tester", ownConsole.dataDir);
    await page.reload();
    await expect(page.getByRole("button", { name: "grace, tester" })).toBeVisible();
  });

  test("their account page says where the password is, and offers no form for one", async ({
    page,
    expectAccessible,
  }) => {
    await signInAs(page, "I am ada");
    await expect(page.getByText("You sign in through Example ID. Change your password there.")).toBeVisible();
    await expect(page.getByRole("form", { name: "Change password" })).toHaveCount(0);
    await expectAccessible();
  });

  test("after signing out the console is closed again", async ({ page }) => {
    await signInAs(page, "I am ada");
    await pageIsAlive(page);
    await page.getByRole("button", { name: "ada, operator" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto(`${consoleUrl}/local/settings/account`);
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  });

  test("somebody whom the provider refuses is told so, and is not in", async ({ page }) => {
    await signInAs(page, "Refuse");
    await expect(page.getByRole("note")).toHaveText("The identity provider did not let you in.");
    await page.goto(`${consoleUrl}/local`);
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test("the administrator still signs in with a password, and can change it", async ({ page }) => {
    await page.goto(`${consoleUrl}/local/settings/account`);
    await page.getByRole("textbox", { name: "Name" }).fill("admin");
    await page.getByRole("textbox", { name: "Password" }).fill(E2E.adminPassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("button", { name: "admin, admin" })).toBeVisible();
    await expect(page.getByRole("form", { name: "Change password" })).toBeVisible();
  });
});
