import { createBundledModel } from "./support/bundled-model";
import { rowOf } from "./support/host-components";
import { makeHost } from "./support/make-host";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.setTimeout(240_000);

test("an endpoint that hosts a component is read as code, parked and restored with it", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("hosts");
  const mood = `${name}-mood`;
  await createBundledModel(E2E.emulatorUrl, { name: mood, model: "afinn-sentiment", task: "text-classification" });
  await makeHost(name, mood, mood);

  await page.goto(`/local/endpoints/${name}?tab=code`);
  const code = page.getByRole("figure", { name: "Code for this endpoint" });
  for (const [language, part] of [
    ["SDK v2", "session.create_inference_component("],
    ["SDK v3", "InferenceComponent.create("],
    ["boto3", "sagemaker.create_inference_component("],
    ["Terraform", 'type_name = "AWS::SageMaker::InferenceComponent"'],
    ["CDK", "new sagemaker.CfnInferenceComponent("],
    ["AWS CLI", "aws sagemaker create-inference-component "],
  ] as const) {
    await code.getByRole("radio", { name: language }).check({ force: true });
    await expect(code).toContainText(part);
    await expect(code).toContainText(mood);
  }
  await expectAccessible();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Park…" }).click();
  const dialog = page.getByRole("dialog", { name: `Park ${name}` });
  const kept = dialog.getByRole("region", { name: "Kept in the console, encrypted" });
  await expect(kept.getByText("1 inference component, with copies and environment")).toBeVisible();
  const deleted = dialog.getByRole("region", { name: "Deleted" });
  await expect(deleted.getByText("Inference component")).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Park endpoint" }).click();
  await page.getByRole("link", { name: "Parked endpoints" }).click({ timeout: 60_000 });
  await expect(page.getByRole("row", { name: new RegExp(name) }).getByText(mood)).toBeVisible();

  await page.getByRole("button", { name: `Restore ${name}` }).click();
  await expect(page.getByText("Copies starting")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "The endpoint" }).click({ timeout: 90_000 });
  await page.goto(`/local/endpoints/${name}?tab=components`);
  await expect(rowOf(page, mood).getByText("InService")).toBeVisible();
  await expect(rowOf(page, mood).getByRole("spinbutton", { name: `Copies of ${mood}` })).toHaveValue("2");
});
