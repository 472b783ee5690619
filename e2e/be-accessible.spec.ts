import type { Page } from "@playwright/test";

import { CONSOLE_PAGES, PAGES_WITH_OWN_TEST, pageFolders } from "./support/console-pages";
import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

// Each looks at a page four times.
test.beforeEach(() => test.slow());

test("every page of the console is looked at here", () => {
  expect([...Object.keys(CONSOLE_PAGES), ...PAGES_WITH_OWN_TEST].sort()).toEqual(pageFolders());
});

for (const [folder, { addresses, ready, needsEndpoint }] of Object.entries(CONSOLE_PAGES)) {
  test(`${folder === "." ? "overview" : folder} is for everybody, light and dark, wide and narrow`, async ({
    page,
    uniqueName,
    expectAccessible,
  }) => {
    const made = { endpoint: uniqueName("accessible") };
    if (needsEndpoint) {
      await createBundledEndpoint({ name: made.endpoint, model: "afinn-sentiment", task: "text-classification" });
      await untilInService(made.endpoint);
    }
    for (const address of addresses(made)) {
      await expectFit({
        page,
        expectAccessible,
        open: () => page.goto(`/local${address}`),
        isReady: () => expect(ready(page, made)).toBeVisible(),
      });
    }
  });
}

test("the progress of an operation is for everybody", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("progress");
  await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await page.waitForURL(/\/local\/operations\/[0-9a-f-]{36}$/);
  const address = page.url();
  await expectFit({
    page,
    expectAccessible,
    open: () => page.goto(address),
    isReady: () => expect(page.getByRole("heading", { name })).toBeVisible(),
  });
});

test.describe("signed out", () => {
  test.use({ role: null });

  test("the sign-in page is for everybody", async ({ page, expectAccessible }) => {
    await expectFit({
      page,
      expectAccessible,
      open: () => page.goto("/sign-in"),
      isReady: () => expect(page.getByRole("button", { name: "Sign in" })).toBeVisible(),
    });
  });
});

type Fit = {
  page: Page;
  expectAccessible: (only?: "contrast") => Promise<void>;
  open: () => Promise<unknown>;
  isReady: () => Promise<void>;
};

/** In every look: nothing in the browser's console, nothing wider than the window, nothing against WCAG. */
async function expectFit({ page, expectAccessible, open, isReady }: Fit): Promise<void> {
  const errors: string[] = [];
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === "error") errors.push(message.text());
  };
  const onError = (error: Error) => errors.push(error.message);
  page.on("console", onConsole).on("pageerror", onError);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await open();
    await isReady();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await test.step(`${size.width} wide, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
        // The theme changes colours and nothing else.
        await (colorScheme === "light" ? expectAccessible() : expectAccessible("contrast"));
      });
    }
  }
  page.off("console", onConsole).off("pageerror", onError);
  expect(errors).toEqual([]);
}
