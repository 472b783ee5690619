import { createBundledModel } from "./support/bundled-model";
import { fillField } from "./support/fill-field";
import { addComponent, hostComponents, rowOf } from "./support/host-components";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.setTimeout(240_000);

test("two models share an endpoint as components, each is asked by name, and the endpoint goes only after them", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("host");
  const [mood, names] = [`${name}-mood`, `${name}-names`];
  await createBundledModel(E2E.emulatorUrl, { name: mood, model: "afinn-sentiment", task: "text-classification" });
  await createBundledModel(E2E.emulatorUrl, { name: names, model: "tiny-ner", task: "token-classification" });
  await hostComponents(page, "", name);
  await page.getByRole("link", { name: "Add components" }).click();
  await expect(page.getByText("No components yet")).toBeVisible();
  await addComponent(page, { name: mood, model: mood });
  await addComponent(page, { name: names, model: names });
  await expectAccessible();

  // Each answers by its own model, and the code names it.
  await page.goto(`/local/playground?endpoint=${name}&component=${mood}`);
  await page.getByRole("textbox", { name: "Text" }).fill("What a wonderful, lovely day");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("list", { name: "Scores" }).getByRole("listitem").first()).toContainText("%");
  await page.getByText("Code", { exact: true }).click();
  await expect(page.getByRole("figure", { name: "The request as code" })).toContainText(mood);
  await page.getByRole("combobox", { name: "Component", exact: true }).selectOption(names);
  await expect(page).toHaveURL(new RegExp(`component=${names}`));
  await page.getByRole("button", { name: "Use the example" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("JSON", { exact: true }).last().click();
  await expect(page.getByRole("figure", { name: "Response" })).toContainText('"entity');
  await expectAccessible();

  // Copies in place.
  await page.goto(`/local/endpoints/${name}?tab=components`);
  const copies = rowOf(page, mood).getByRole("spinbutton", { name: `Copies of ${mood}` });
  await fillField(copies, "2");
  await rowOf(page, mood).getByRole("button", { name: "Set" }).click();
  await expect(rowOf(page, mood).getByText("2", { exact: true })).toBeVisible({ timeout: 30_000 });

  // What it runs.
  await page.getByRole("link", { name: mood }).click();
  await page.getByRole("button", { name: "Change what it runs" }).click();
  const change = page.getByRole("form", { name: `Change ${mood}` });
  await fillField(change.getByRole("spinbutton", { name: "vCPU" }), "0.5");
  await change.getByText("The request to SageMaker").click();
  await expect(change.getByRole("figure", { name: "Request" })).toContainText('"NumberOfCpuCoresRequired": 0.5');
  await change.getByRole("button", { name: "Change component" }).click();
  await expect(rowOf(page, mood).getByText("0.5 vCPU, 1 GiB")).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(page, mood).getByText("InService")).toBeVisible({ timeout: 30_000 });

  // Its own log and charts.
  await page.goto(`/local/endpoints/${name}?tab=logs&component=${mood}`);
  await expect(page.getByRole("combobox", { name: "Of", exact: true })).toHaveValue(mood);
  await expect(page.getByText("POST /invocations").first()).toBeVisible({ timeout: 30_000 });
  await page.goto(`/local/endpoints/${name}?tab=metrics&component=${mood}&range=1h`);
  await expect(page.getByRole("heading", { name: "Copies" })).toBeVisible();
  await expectAccessible();

  // SageMaker deletes no endpoint under components: the page says which, and takes them away first.
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete endpoint" });
  await expect(dialog.getByText("2 inference components stand on it")).toBeVisible();
  await expect(dialog.getByRole("link", { name: mood })).toBeVisible();
  await expect(dialog.getByRole("link", { name: names })).toBeVisible();
  await dialog.getByRole("textbox").fill(name);
  await expect(dialog.getByRole("button", { name: "Delete endpoint" })).toBeDisabled();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Delete 2 components first" }).click();
  await expect(dialog.getByRole("checkbox", { name: `Endpoint ${name}` })).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole("button", { name: "Delete endpoint" }).click();
  await expect(page).toHaveURL(/\/local\/endpoints$/);
  await page.goto(`/local/endpoints/${name}`);
  await expect(page.getByText("This endpoint does not exist")).toBeVisible({ timeout: 30_000 });
});

test("a component that no instance can hold fails with the reason, and can be deleted", async ({
  page,
  uniqueName,
}) => {
  const name = uniqueName("full");
  await createBundledModel(E2E.emulatorUrl, { name, model: "afinn-sentiment", task: "text-classification" });
  await hostComponents(page, "", name);
  await page.getByRole("link", { name: "Add components" }).click();
  await page.getByRole("button", { name: "Add a component" }).click();
  const form = page.getByRole("form", { name: "Add a component" });
  await fillField(form.getByRole("textbox", { name: "Component name" }), name);
  await form.getByRole("combobox", { name: "Model" }).fill(name);
  await page.getByRole("option", { name }).click();
  await fillField(form.getByRole("spinbutton", { name: "Memory in MB" }), "999999");
  await expect(form.getByText("A copy is larger than an instance: it can never be placed.")).toBeVisible();
  await form.getByRole("button", { name: "Create component" }).click();
  await expect(rowOf(page, name).getByText("Failed")).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(page, name).getByText(/not enough hardware resources/)).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete component" });
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete component" }).click();
  await expect(page.getByText("No components yet")).toBeVisible({ timeout: 30_000 });
});

test("viewers see components and why they cannot change them", async ({ page, asRole, uniqueName }) => {
  const name = uniqueName("seen");
  await createBundledModel(E2E.emulatorUrl, { name, model: "afinn-sentiment", task: "text-classification" });
  await hostComponents(page, "", name);
  await page.getByRole("link", { name: "Add components" }).click();
  await addComponent(page, { name, model: name });
  const viewer = await asRole("viewer");
  await viewer.goto(`/local/endpoints/${name}?tab=components&component=${name}`);
  await expect(viewer.getByText("Needs the operator role.").first()).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Add a component" })).toBeDisabled();
  await expect(viewer.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
});
