import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";
import { createScriptedJob } from "./support/training-jobs";

test.use({ role: "operator" });
test.setTimeout(120_000);
// What the emulator is told to do next would hit another test's call.
test.describe.configure({ mode: "serial" });

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com";
const PUBLISHED = `${REGISTRY}/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04`;

test("an endpoint whose image was never published says so, and its corrected form has one that was", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("no-image");
  const image = PUBLISHED.replace("4.49.0", "4.49.9");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification", image });
  await page.goto(`/local/endpoints/${name}`);
  const doctor = page.getByRole("note").filter({ hasText: "never published" });
  await expect(doctor).toContainText(`The image '${image}' does not exist.`, { timeout: 60_000 });
  await expect(doctor).toContainText("What to do:");
  await expectAccessible();
  await doctor.getByRole("link", { name: "Deploy again with a published image" }).click();
  await expect(page.getByRole("heading", { name: "Deploy", exact: true, level: 1 })).toBeVisible({ timeout: 60_000 });
  await expect(page).toHaveURL(/transformers4\.\d+\.\d+-cpu|image=/);
  await expect(page.getByRole("region", { name: "Preflight" })).not.toContainText("The image does not exist");
});

test("a training job that ran out of GPU memory is told by its log", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("gpu-memory");
  const line = "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 7.81 GiB.";
  await createScriptedJob({ name, script: `echo epoch 1\necho '${line}' >&2\nexit 1\n` });
  await page.goto(`/local/training/${name}`);
  const doctor = page.getByRole("note").filter({ hasText: "The GPU's memory is too small for this training." });
  await expect(doctor).toBeVisible({ timeout: 60_000 });
  const lines = doctor.getByRole("region", { name: "Log lines" });
  await expect(lines).toContainText("epoch 1");
  await expect(lines).toContainText("Tried to allocate 7.81 GiB");
  await expectAccessible();
  await doctor.getByRole("link", { name: "Open the form as this job was" }).click();
  await expect(page.getByRole("heading", { name: "New training job", level: 1 })).toBeVisible({ timeout: 60_000 });
});

test("a call that ran out of memory shows the cause and leads to a larger instance", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("call-memory");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await expect(text).toBeVisible({ timeout: 60_000 });
  const message =
    'Received server error (500) from primary with message "{\n  "code": 500,\n  "type": "InternalServerException",\n  "message": "CUDA out of memory. Tried to allocate 2.00 GiB"\n}\n". See the log group for more information.';
  const planned = await page.request.post(`${E2E.emulatorUrl}/_emulator/faults`, {
    data: {
      service: "sagemaker-runtime",
      operation: "InvokeEndpoint",
      error: { type: "ModelError", message, status: 424 },
    },
  });
  expect(planned.ok()).toBe(true);
  await text.fill("fine");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const cause = page.getByRole("region", { name: "Known cause" });
  await expect(cause).toContainText("The model does not fit into the instance's memory.");
  await expect(cause).toContainText("What to do:");
  await expectAccessible();
  await page.getByRole("link", { name: /^Deploy again on ml\./ }).click();
  await expect(page).toHaveURL(/instance=ml\./, { timeout: 60_000 });
});
