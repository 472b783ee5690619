import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { packTar } from "modern-tar";

import { expect, test } from "./support/test";

test.setTimeout(120_000);
const PYTHON = "python3";
test.skip(spawnSync(PYTHON, ["--version"]).status !== 0, "python3 is not installed");

const SCRIPT = `import json, os

def model_fn(model_dir):
    with open(os.path.join(model_dir, "weights.json")) as file:
        return json.load(file)

def predict_fn(data, model):
    return {"shout": data["inputs"].upper() + "!" * model["marks"]}
`;

/** Opens the form for an archive, with own code to write. */
async function openForm(page: Page, name: string): Promise<void> {
  await page.goto("/local/deploy?source=s3");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("checkbox", { name: /^Own inference code/ }).check();
}

const editor = (page: Page) => page.getByRole("textbox", { name: "inference.py" });
const tree = (page: Page) => page.getByRole("region", { name: "Files of the archive" });

async function deploy(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review the requests" }).click();
  await expect(page.getByText('"SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"').first()).toBeVisible();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
}

test("a handler written beside an uploaded archive is packed, deployed and asked", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("own-code");
  const weights = '{"marks": 3}';
  const files = { "weights.json": weights, "code/inference.py": "old = 1\n" };
  const entries = Object.entries(files).map(([path, body]) => ({
    header: { name: path, size: body.length, type: "file" as const },
    body,
  }));
  await openForm(page, name);
  await page.getByLabel("Model archive").setInputFiles({
    name: "model.tar.gz",
    mimeType: "application/gzip",
    buffer: gzipSync(await packTar(entries)),
  });
  await expect(page.getByRole("textbox", { name: "Archive in S3" })).toHaveValue(/^s3:\/\/.*\/model\.tar\.gz$/);
  await expect(tree(page)).toContainText("weights.json");
  await expect(tree(page).getByRole("listitem").filter({ hasText: "inference.py" })).toContainText("replaced");

  await editor(page).fill("def transform_fn(model, data, content_type, accept): ...\ndef input_fn(data, kind): ...");
  await expect(page.getByText(/The container will not start: Cannot use transform_fn/)).toBeVisible();
  await editor(page).fill(SCRIPT);
  await expect(page.getByText(/The container will not start/)).toHaveCount(0);
  await editor(page).press("End");
  await editor(page).press("Tab");
  await expect(editor(page)).toHaveValue(/ {4}$/);
  await editor(page).press("Escape");
  await editor(page).press("Tab");
  await expect(page.getByRole("textbox", { name: "requirements.txt" })).toBeFocused();
  await expectAccessible();

  await deploy(page);
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("list", { name: "Stages" })).toContainText("Archive with your code");
  await page.getByRole("link", { name: "Try it in the playground" }).click();
  await page.getByRole("textbox", { name: "Request body" }).fill('{"inputs": "it works"}');
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText(/IT WORKS!!!/).first()).toBeVisible();
});

test("a handler whose import is missing fails the deploy with Python's reason", async ({ page, uniqueName }) => {
  await openForm(page, uniqueName("no-package"));
  await page.getByText("No model", { exact: true }).click();
  await editor(page).fill(`import no_such_package\n${SCRIPT}`);
  await deploy(page);
  await expect(page.getByText("The deploy failed")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/ModuleNotFoundError: No module named 'no_such_package'/).first()).toBeVisible();
});
