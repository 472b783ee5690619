import type { Page } from "@playwright/test";

import { type GitServer, startGitServer } from "../lib/git-source/testing/git-server";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.setTimeout(180_000);
test.use({ role: "operator" });
// They share the one place from which the console may read by git on this machine.
test.describe.configure({ mode: "default" });

let host: GitServer;
test.beforeAll(async () => {
  host = await startGitServer(
    {
      "README.md": "Examples",
      "examples/echo/train.sh": 'echo "from git"\necho "got $@"\ncat shared/words.txt\n',
      "examples/echo/shared/words.txt": "words of the repository\n",
      "examples/echo/outside": "-> /etc/passwd",
    },
    E2E.gitPort,
  );
});
test.afterAll(() => host.close());

async function readFromGit(page: Page, folder: string): Promise<void> {
  await page.getByRole("radio", { name: /Public git repository/ }).check();
  await page.getByRole("textbox", { name: "Repository", exact: true }).fill(`${host.url}/owner/examples.git`);
  await page.getByRole("textbox", { name: "Branch, tag or commit" }).fill("v1.0");
  await page.getByRole("textbox", { name: "Folder in the repository" }).fill(folder);
  await page.getByRole("button", { name: "Read the repository" }).click();
}

test("a folder of a repository is read, listed and run", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("git");
  await page.goto("/local/training/new");
  const script = page.getByRole("region", { name: "Script", exact: true });
  await readFromGit(page, "examples/none");
  await expect(script.getByRole("alert")).toContainText("There is no folder examples/none in this version.");

  await page.getByRole("textbox", { name: "Folder in the repository" }).fill("examples/echo");
  await page.getByRole("button", { name: "Read the repository" }).click();
  const packed = page.getByRole("region", { name: "What was packed" });
  await expect(packed.getByRole("listitem").filter({ hasText: "shared/words.txt" })).toBeVisible();
  await expect(packed).toContainText(host.commit.slice(0, 12));
  await expect(packed).toContainText("outside: a link to what is no file of the repository");
  await expect(page.getByRole("combobox", { name: "Entry point" })).toHaveValue("train.sh");
  await expectAccessible();

  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await expect.poll(() => page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).toContain(name);
  await page.reload();
  await expect(page.getByText("What you typed is here again")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  await expect(packed.getByRole("listitem").filter({ hasText: "shared/words.txt" })).toBeVisible();
  await page.getByRole("button", { name: "Review the request" }).click();
  await expect(page.getByRole("figure", { name: "Request" })).toContainText(`git-sources/${host.commit}-`);
  await page.getByRole("button", { name: "Create training job" }).click();
  await expect(page.getByRole("list", { name: "Stages" }).getByText("Completed", { exact: true })).toBeVisible({
    timeout: 90_000,
  });
  await page.getByRole("link", { name: "Logs", exact: true }).click();
  await expect(page.getByRole("region", { name: "Log lines" })).toContainText("words of the repository");
});

test("a Hub token reaches the job and no page of the console", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("push");
  const token = `hf_${"s3cret".repeat(6)}`;
  await page.goto("/local/training/new");
  await readFromGit(page, "examples/echo");
  await expect(page.getByRole("region", { name: "What was packed" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("checkbox", { name: "Push the model to the Hub" }).check();
  await page.getByRole("textbox", { name: "Model on the Hub" }).fill("my-emotions");
  await page.getByRole("combobox", { name: "How the script gets the token" }).selectOption("hyperparameter");
  await expect(page.getByRole("note").filter({ hasText: "keeps the token in plain text" })).toBeVisible();
  await page.getByLabel("Token", { exact: true }).fill(token);
  await expectAccessible();

  await page.getByRole("button", { name: "Review the request" }).click();
  const request = page.getByRole("figure", { name: "Request" });
  await expect(request).toContainText('"hub_model_id": "\\"my-emotions\\""');
  await expect(request).toContainText('"hub_token": "\\"••••••••\\""');
  expect(await page.content()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain(token);
  await page.getByRole("button", { name: "Create training job" }).click();
  await expect(page.getByRole("list", { name: "Stages" }).getByText("Completed", { exact: true })).toBeVisible({
    timeout: 90_000,
  });
  expect(await page.content()).not.toContain(token);

  await page.goto(`/local/training/new?from=${name}`);
  await expect(page.getByRole("checkbox", { name: "Push the model to the Hub" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "How the script gets the token" })).toHaveValue("hyperparameter");
  await expect(page.getByLabel("Token", { exact: true })).toHaveValue("");
  expect(await page.content()).not.toContain(token);
});

test("what SageMaker would refuse is refused with the reason, and a link leads to the field", async ({ page }) => {
  await page.goto("/local/training/new");
  await readFromGit(page, "examples/echo");
  await expect(page.getByRole("region", { name: "What was packed" })).toBeVisible();
  await page.getByRole("combobox", { name: "Entry point" }).fill("absent.py");
  await page.getByRole("combobox", { name: "Started with" }).selectOption("smddp");
  await page.getByRole("button", { name: "Review the request" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Entry point" });
  await expect(summary).toContainText("There is no absent.py in the archive");
  await expect(summary).toContainText(/SageMaker data parallel/);
  await summary.getByRole("link", { name: /Distribution/ }).click();
  await expect(page.getByRole("combobox", { name: "Started with" })).toBeFocused();
});
