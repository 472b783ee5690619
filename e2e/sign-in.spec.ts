import { expect, test } from "./support/test";

test.use({ role: null });

test.describe("Sign in", () => {
  test("a page that needs signing in is reached after it, filters and all", async ({
    page,
    signInMember,
    expectAccessible,
  }) => {
    const { name, password } = await signInMember("viewer");
    await page.goto("/local/activity?outcome=failed");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expectAccessible();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/local/activity?outcome=failed");
    await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  });

  test("twenty wrong passwords in a row are each answered in words, and then the account has to wait", async ({
    page,
    signInMember,
  }) => {
    test.slow(); // each of twenty answers waits for a password to be hashed
    const { name, password } = await signInMember("viewer");
    await page.goto("/sign-in");
    const button = page.getByRole("button", { name: "Sign in" });
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    for (let i = 0; i < 20; i++) {
      await page.getByRole("textbox", { name: "Password" }).fill(`wrong ${i}`);
      const answered = page.waitForResponse((response) => response.url().endsWith("/api/auth/callback/credentials"));
      await button.click();
      expect((await answered).status()).toBe(401);
      await expect(button).toBeEnabled();
      await expect(page.getByRole("note")).toContainText(
        /^(Name or password is wrong\.|Too many wrong passwords\. Try again in \d+ seconds?\.)$/,
      );
    }
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await button.click();
    await expect(page.getByRole("note")).toContainText("Too many wrong passwords");
  });

  test("a name that nobody has is refused in the same words", async ({ page, uniqueName }) => {
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "Name" }).fill(uniqueName("nobody"));
    await page.getByRole("textbox", { name: "Password" }).fill("some password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("note")).toHaveText("Name or password is wrong.");
  });

  test("another site's address is never where signing in leads", async ({ page, signInMember }) => {
    const { name, password } = await signInMember("viewer");
    await page.goto("/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2F");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/local$/);
  });

  test("after signing out the console is closed again", async ({ page, signInMember }) => {
    const { name, password } = await signInMember("viewer");
    await page.goto("/sign-in?callbackUrl=/local/settings/account");
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: `${name}, viewer` }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/local/settings/account");
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  });
});
