import { type HubStandIn, startHubStandIn } from "../lib/hub/testing/hub-stand-in";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.use({ role: "operator" });
// They share the one place where the console looks for the Hub.
test.describe.configure({ mode: "default" });

let hub: HubStandIn | null = null;

test.afterEach(() => {
  hub?.close();
  hub = null;
});

test("the task of a model on the Hub is filled in, and a choice of one's own stays", async ({
  page,
  expectAccessible,
}) => {
  hub = await startHubStandIn(E2E.hubPort);
  await page.goto("/local/deploy?source=hub");
  const task = page.getByRole("combobox", { name: "Task" });
  await page.getByRole("textbox", { name: "Model id" }).fill("models/public");
  await expect(page.getByText("Found on the Hub: token-classification.")).toBeVisible();
  await expect(task).toHaveValue("token-classification");
  await expectAccessible();

  await task.selectOption("fill-mask");
  await page.getByRole("textbox", { name: "Model id" }).fill("models/gated");
  await expect(page.getByText("Gated: needs a token, and the workspace has none saved.")).toBeVisible();
  await expect(task).toHaveValue("fill-mask");
});

test("a model or revision that is not there is said so, and deploying stays possible", async ({ page }) => {
  hub = await startHubStandIn(E2E.hubPort);
  await page.goto("/local/deploy?source=hub&model=models/absent");
  await expect(
    page.getByText("models/absent does not exist on the Hub, or it is private and needs a token."),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "Model id" }).fill("models/known");
  await page.getByRole("textbox", { name: "Revision" }).fill("v9");
  await expect(page.getByText("models/known has no such revision.")).toBeVisible();
  await page.getByRole("button", { name: "Review the requests" }).click();
  await expect(page.getByRole("figure", { name: "Requests" })).toContainText("models/known");
});

test("without a Hub in reach the form says that it could not look, and goes on", async ({ page }) => {
  await page.goto("/local/deploy?source=hub&model=models/offline");
  await expect(page.getByText("Could not look at the Hub (offline?). You can deploy all the same.")).toBeVisible();
  await page.getByRole("button", { name: "Review the requests" }).click();
  await expect(page.getByRole("figure", { name: "Requests" })).toContainText("models/offline");
});
