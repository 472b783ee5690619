import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

import type { Role } from "../../lib/auth/permissions";
import { gotoWhenAlive } from "./goto-when-alive";
import { addMember, type StorageState, stateAfterSignIn, stateOfRole, type TestMember } from "./sign-in";

type Options = {
  /** Whose browser `page` is: `test.use({ role: "viewer" })`; null is signed out. */
  role: Role | null;
};

type Fixtures = {
  /** A page of its own, signed in with another role. */
  asRole(role: Role | null): Promise<Page>;
  /** A new member of this test alone, who may be locked out, changed or deleted; `state` signs them in. */
  signInMember(role: Role): Promise<TestMember & { state(): Promise<StorageState> }>;
  /** Fails the test when the page as it stands breaks WCAG 2.2 A or AA, or only its rule of contrast. */
  expectAccessible(only?: "contrast"): Promise<void>;
  /** A name that no other test uses. */
  uniqueName(prefix: string): string;
};

const NOBODY = { cookies: [], origins: [] };

export const test = base.extend<Options & Fixtures>({
  role: ["admin", { option: true }],
  storageState: async ({ role }, use) => {
    await use(role ? await stateOfRole(role) : NOBODY);
  },
  page: async ({ page }, use) => {
    await use(gotoWhenAlive(page));
  },
  asRole: async ({ browser }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ storageState: role ? await stateOfRole(role) : NOBODY });
      contexts.push(context);
      return gotoWhenAlive(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },
  signInMember: async ({ uniqueName }, use) => {
    await use(async (role) => {
      const member = await addMember(`${uniqueName(role)}-${Date.now().toString(36)}`.toLowerCase(), role);
      return { ...member, state: () => stateAfterSignIn(member.name, member.password) };
    });
  },
  expectAccessible: async ({ page }, use) => {
    await use(async (only) => {
      await page.evaluate(settled);
      // The console has no frames: one run in its own document finds the same in less than half of the time, and only
      // what is wrong is carried over.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
      const asked = only ? axe.withRules("color-contrast") : axe.withTags(["wcag2a", "wcag2aa", "wcag22aa"]);
      const { violations } = await asked.analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  uniqueName: async ({}, use, info) => {
    await use((prefix) => `${prefix}-${info.testId.slice(-6)}-${info.retry}${info.repeatEachIndex}`);
  },
});

/** In the page: resolves when it is painted and its colours no longer change; what turns for ever does not count. */
async function settled(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const ending = document
    .getAnimations()
    .filter(({ playState, effect }) => playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
}

export { expect };
