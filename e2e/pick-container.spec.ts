import { expect, test } from "./support/test";

const DEFAULT_URI =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers5.5.3-cpu-py312-ubuntu22.04";

test.use({ role: "viewer" });

test("the newest PyTorch image for CPUs is there to copy at once", async ({ page, context, expectAccessible }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/local/containers");
  await expect(page.getByRole("heading", { name: "Containers", level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: "image_uri" })).toHaveText(DEFAULT_URI);
  await page.getByRole("region", { name: "Your image" }).getByRole("button", { name: "Copy image_uri" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(DEFAULT_URI);
  await expectAccessible();
});

test("the keyboard alone picks an image, and the address brings it back", async ({ page }) => {
  await page.goto("/local/containers");
  const devices = page.getByRole("group", { name: "Device" });
  await devices.getByRole("radio", { name: "CPU" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(devices.getByRole("radio", { name: "GPU" })).toBeChecked();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText("-gpu-py312-cu124-ubuntu22.04");
  await expect(page).toHaveURL(/image=huggingface-pytorch-inference/);

  await page.reload();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText("-gpu-py312-cu124-ubuntu22.04");
  await expect(devices.getByRole("radio", { name: "GPU" })).toBeChecked();
});

test("an impossible choice says why, changes nothing and offers the nearest way", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/local/containers");
  const devices = page.getByRole("group", { name: "Device" });
  const trainium = devices.getByRole("radio", { name: "Trainium" });
  const reason = "Trainium has no image for inference. It comes for training.";
  await expect(trainium).toHaveAccessibleDescription(reason);
  await trainium.focus();
  await page.keyboard.press("Space");
  await expect(devices.getByRole("paragraph").filter({ hasText: reason })).toBeVisible();
  await expect(page.getByRole("status", { name: "image_uri" })).toHaveText(DEFAULT_URI);
  await expectAccessible();

  await devices.getByRole("button", { name: /^Switch to Training/ }).click();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText("huggingface-pytorch-training-neuronx:");
});

test("a region without the image says so and offers one that it holds", async ({ page }) => {
  await page.goto("/local/containers?region=ap-southeast-5");
  const result = page.getByRole("region", { name: "Your image" });
  await expect(result.getByText("is not held in ap-southeast-5; 35 other regions have it")).toBeVisible();
  await result.getByRole("button", { name: /^Take / }).click();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText(".ecr.ap-southeast-5.amazonaws.com/");
});

test("both tables of the reference page are complete, searchable and open their image", async ({ page }) => {
  await page.goto("/local/containers");
  const inference = page.getByRole("table", { name: /^Reference page, inference/ });
  await expect(inference.getByRole("row")).toHaveCount(1 + 27);
  await page.getByRole("searchbox", { name: "Search images" }).fill("inferentia 4.12.3");
  await expect(inference.getByRole("row")).toHaveCount(1 + 1);
  await inference.getByRole("button", { name: /^4\.12\.3/ }).click();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText(
    "huggingface-pytorch-inference-neuron:1.9.1",
  );

  await page.goto("/local/containers?table=training");
  await expect(page.getByRole("table", { name: /^Reference page, training/ }).getByRole("row")).toHaveCount(1 + 18);
  await expect(page.getByRole("table", { name: /^Beyond the reference page/ })).toContainText(
    "AWS container repository",
  );
});

test("sources that disagree are shown beside the image", async ({ page }) => {
  await page.goto(
    "/local/containers?image=huggingface-tensorflow-inference:2.4.1-transformers4.10.2-cpu-py37-ubuntu18.04",
  );
  await expect(page.getByText("lists only 2.4.3. The 2.4.1 tag may not exist.")).toBeVisible();
  await page.getByRole("button", { name: /^Show the other image/ }).click();
  await expect(page.getByRole("status", { name: "image_uri" })).toContainText("2.4.3-transformers4.10.2-cpu");
});

test("a URI from elsewhere is read back into its choices", async ({ page }) => {
  await page.goto("/local/containers");
  const reader = page.getByRole("region", { name: "Read an image_uri" });
  const input = reader.getByRole("textbox");
  await input.fill("763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:latest");
  await expect(reader.getByText("No Hugging Face image is known by the name")).toBeVisible();

  await input.fill("141502667606.dkr.ecr.eu-west-1.amazonaws.com/tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04");
  await reader.getByRole("button", { name: "Open it" }).click();
  await expect(page).toHaveURL(/region=eu-west-1/);
  await expect(page.getByRole("group", { name: "Family" }).getByRole("radio", { name: /^TEI/ })).toBeChecked();
});

test("a viewer sees the way to deploy, but not open to them", async ({ page, asRole }) => {
  await page.goto("/local/containers");
  await expect(page.getByRole("button", { name: "Deploy with this container" })).toBeDisabled();
  await expect(page.getByText("Needs the operator role.")).toBeVisible();

  const operator = await asRole("operator");
  await operator.goto("/local/containers");
  await expect(operator.getByRole("link", { name: "Deploy with this container" })).toHaveAttribute(
    "href",
    /\/local\/deploy\?image=huggingface-pytorch-inference/,
  );
});
