import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { fillField } from "./support/fill-field";
import { expect, test } from "./support/test";

test.use({ role: "operator" });

test("an endpoint is read as code, and that code fills the form for another one", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("as-code");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}?tab=code`);

  const code = page.getByRole("figure", { name: "Code for this endpoint" });
  for (const [language, part] of [
    ["SDK v2", "session.create_model("],
    ["SDK v3", "EndpointConfig.create("],
    ["boto3", "sagemaker.create_endpoint("],
    ["Terraform", 'resource "aws_sagemaker_endpoint" "this"'],
    ["CDK", "new sagemaker.CfnEndpoint("],
    ["AWS CLI", "aws sagemaker create-endpoint "],
  ] as const) {
    await code.getByRole("radio", { name: language }).check({ force: true });
    await expect(code).toContainText(part);
    await expect(code).toContainText(name);
  }
  await expectAccessible();
  const commands = await code.locator("pre").innerText();

  await page.goto("/local/deploy");
  await fillField(page.getByRole("textbox", { name: "Name", exact: true }), "typed-before");
  await page.getByRole("button", { name: "Import…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import an endpoint" });
  await dialog.getByRole("textbox", { name: "Code or JSON" }).fill("nothing of the kind");
  await expect(dialog.getByText(/No model and no endpoint config was found/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Fill in the form" })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Code or JSON" }).fill(commands);
  await expect(dialog.getByText(name, { exact: true })).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Fill in the form" }).click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await expect(page.getByRole("combobox", { name: "Bundled model" })).toHaveValue("afinn-sentiment");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("typed-before");

  // A config alone names its model: what that is made of is asked of AWS.
  await page.getByRole("button", { name: "Import…" }).click();
  const config = { ProductionVariants: [{ VariantName: "v", ModelName: name, InstanceType: "ml.m5.large" }] };
  await dialog.getByRole("textbox", { name: "Code or JSON" }).fill(JSON.stringify(config));
  await expect(dialog.getByText("afinn-sentiment", { exact: true })).toBeVisible();
});
