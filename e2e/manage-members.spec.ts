import { expect, test } from "./support/test";

test.describe("Members", () => {
  test("an administrator adds a member, who signs in with the password shown once", async ({
    page,
    asRole,
    uniqueName,
    expectAccessible,
  }) => {
    const name = uniqueName("member").toLowerCase();
    await page.goto("/local/settings");
    await page.getByRole("button", { name: "Add member" }).click();
    const dialog = page.getByRole("dialog", { name: "Add member" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("not a name");
    await dialog.getByRole("button", { name: "Add member" }).click();
    await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(/Use letters, digits/);

    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("combobox", { name: "Role" }).selectOption("tester");
    await dialog.getByRole("button", { name: "Add member" }).click();
    const shown = page.getByRole("dialog", { name: `Password of ${name}` });
    const password = await shown.getByRole("code").innerText();
    await shown.getByRole("button", { name: "Done" }).click();
    await expect(
      page.getByRole("table", { name: "Members" }).getByRole("row", { name: new RegExp(name) }),
    ).toBeVisible();
    await expectAccessible();

    const theirs = await asRole(null);
    await theirs.goto("/sign-in?callbackUrl=/local/settings/account");
    await theirs.getByRole("textbox", { name: "Name" }).fill(name);
    await theirs.getByRole("textbox", { name: "Password" }).fill(password);
    await theirs.getByRole("button", { name: "Sign in" }).click();
    await expect(theirs.getByText("You are tester.")).toBeVisible();

    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const confirm = page.getByRole("dialog", { name: `Delete ${name}` });
    await confirm.getByRole("textbox").fill(name);
    await confirm.getByRole("button", { name: "Delete member" }).click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
    await theirs.reload();
    await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  test("a changed role counts at the member's next click", async ({ page, asRole, signInMember }) => {
    const { name, state } = await signInMember("viewer");
    const theirs = await asRole(null);
    await theirs.context().addCookies((await state()).cookies);
    await page.goto("/local/settings");
    await page.getByRole("combobox", { name: `Role of ${name}` }).selectOption("operator");
    await expect(page.getByText(`${name} is operator now`)).toBeVisible();
    await theirs.goto("/local/settings/account");
    await expect(theirs.getByText("You are operator.")).toBeVisible();
  });

  test("nobody else can change members, and sees why", async ({ asRole }) => {
    const page = await asRole("operator");
    await page.goto("/local/settings");
    await expect(page.getByText("Needs the admin role.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add member" })).toBeDisabled();
    await expect(page.getByRole("combobox", { name: "Role of e2e-operator" })).toBeDisabled();
  });

  test("one's own password is changed with the present one", async ({ asRole, signInMember }) => {
    const { password, state } = await signInMember("viewer");
    const page = await asRole(null);
    await page.context().addCookies((await state()).cookies);
    await page.goto("/local/settings/account");
    await page.getByLabel("Present password").fill("not this one");
    await page.getByLabel("New password").fill("a new and longer password");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("This is not your present password.")).toBeVisible();
    await page.getByLabel("Present password").fill(password);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("Your password was changed")).toBeVisible();
    await page.reload();
    await expect(page.getByText("You are viewer.")).toBeVisible();
  });
});
