import { expect, test } from "./support/test";

test("an asynchronous recipe fills the Deploy form with its scaling", async ({ page }) => {
  await page.goto("/local/recipes/16");
  await expect(page.getByRole("figure", { name: "Requests" }).getByRole("radio")).toHaveCount(7);
  await page.getByRole("link", { name: "Open in the Deploy form" }).click();
  await expect(page.getByRole("textbox", { name: "Model id" })).toHaveValue(
    "cardiffnlp/twitter-roberta-base-sentiment",
  );
  await expect(page.getByRole("radio", { name: /Asynchronous/ })).toBeChecked();
});

test("a batch recipe fills the Batch form", async ({ page }) => {
  await page.goto("/local/recipes/12");
  await expect(page.getByText("The form is filled; put your own records at the input's address")).toBeVisible();
  await page.getByRole("link", { name: "Open in the Batch form" }).click();
  await expect(page.getByRole("textbox", { name: "Input in S3" })).toHaveValue(/batch_transform\/input\//);
});

test("a scaling recipe shows its exact requests and says which page runs them", async ({ page, expectAccessible }) => {
  await page.goto("/local/recipes/13");
  await expect(
    page.getByText("The Deploy form makes the endpoint. Its scaling is set by the last two requests below."),
  ).toBeVisible();
  const requests = page.getByRole("figure", { name: "Requests" });
  await requests.getByRole("radio", { name: "RegisterScalableTarget" }).check();
  await expect(requests).toContainText('"MaxCapacity": 4');
  await requests.getByRole("radio", { name: "PutScalingPolicy" }).check();
  await expect(requests).toContainText("SageMakerVariantInvocationsPerInstance");
  await expectAccessible();
});
