import { expect, type Page } from "@playwright/test";

import { fillField } from "./fill-field";

/** Makes an endpoint for components by the form, with managed scaling between `least` and two instances. */
export async function hostComponents(page: Page, base: string, name: string, least = 1): Promise<void> {
  await page.goto(`${base}/local/deploy/components?name=${name}`);
  const form = page.getByRole("form", { name: "Create an endpoint for components" });
  await fillField(form.getByRole("spinbutton", { name: "Least instances" }), String(least));
  await form.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
}

type Component = { name: string; model: string; copies?: number };

/** Adds a component of a model by the form, and waits until it is in service. The Components tab must be open. */
export async function addComponent(page: Page, { name, model, copies = 1 }: Component): Promise<void> {
  await page.getByRole("button", { name: "Add a component" }).click();
  const form = page.getByRole("form", { name: "Add a component" });
  await fillField(form.getByRole("textbox", { name: "Component name" }), name);
  await fillField(form.getByRole("spinbutton", { name: "Copies" }), String(copies));
  await form.getByRole("combobox", { name: "Model" }).fill(model);
  await page.getByRole("option", { name: model }).click();
  await form.getByRole("button", { name: "Create component" }).click();
  await expect(rowOf(page, name).getByText("InService")).toBeVisible({ timeout: 60_000 });
}

/** The row of a component in the table of its endpoint. */
export function rowOf(page: Page, name: string) {
  return page.getByRole("table", { name: "Inference components" }).getByRole("row").filter({ hasText: name });
}
