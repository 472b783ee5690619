import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

import type { Role } from "../../lib/auth/permissions";
import { stateOfRole } from "./sign-in";

type Fixtures = {
  /** Who looks at the page: `test.use({ role: "viewer" })`; null is signed out. */
  role: Role | null;
  /** Fails the test when the page as it stands breaks WCAG 2.2 A or AA. */
  expectAccessible(): Promise<void>;
  /** A name that no other test uses. */
  uniqueName(prefix: string): string;
};

export const test = base.extend<Fixtures>({
  role: ["operator", { option: true }],
  storageState: async ({ role }, use) => {
    await use(role ? await stateOfRole(role) : { cookies: [], origins: [] });
  },
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  uniqueName: async ({}, use, info) => {
    await use((prefix) => `${prefix}-${info.testId.slice(-6)}-${info.retry}${info.repeatEachIndex}`);
  },
});

export { expect };
