import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

/** Puts the model's own example into the form and runs it. */
async function runExample(page: Page) {
  await page.getByRole("button", { name: "Use the example" }).click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
}

test("things found in a picture are drawn over it, listed, and can be left out", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("boxes");
  await createBundledEndpoint({ name, model: "tiny-shapes-detector", task: "object-detection" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await runExample(page);
  await expect(page.getByRole("img", { name: /boxes drawn over it/ })).toBeVisible();
  const things = page.getByRole("table", { name: "Things found" }).getByRole("row");
  const count = await things.count();
  expect(count).toBeGreaterThan(1);
  await expectAccessible();

  await page.getByRole("group", { name: "Labels" }).getByRole("button").first().click();
  await expect(things).toHaveCount(count - 1);
});

test("parts of a picture are coloured where they are", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("parts");
  await createBundledEndpoint({ name, model: "tiny-shapes-segmenter", task: "image-segmentation" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await runExample(page);
  // Only a decoded mask has a share of the picture.
  const part = page.getByRole("table", { name: "Parts found" }).getByRole("row", { name: /background/ });
  await expect(part).toHaveAccessibleName(/\d%/);
  await expectAccessible();
});

test("a recording plays beside what is said in it", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("said");
  await createBundledEndpoint({ name, model: "tiny-words-asr", task: "automatic-speech-recognition" });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}`);
  await runExample(page);
  const player = page.getByRole("figure", { name: "The recording that was sent" });
  await expect(player.getByRole("slider", { name: "Position" })).toBeEnabled();
  await expect(page.getByRole("button", { name: "Copy the text" })).toBeVisible();
  await expectAccessible();
});

test("several texts are one table, to open and to keep", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("batch");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  const body = { inputs: ["A lovely day", "=1+1 awful", "fine"], parameters: { top_k: null } };
  const request = Buffer.from(JSON.stringify(body)).toString("base64url");
  await page.goto(`/local/playground?endpoint=${name}#request=${request}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const answers = page.getByRole("table", { name: "Answers" });
  await expect(answers.getByRole("row")).toHaveCount(4);
  await page.getByRole("button", { name: "Open answer 2" }).click();
  await expect(page.getByRole("list", { name: "Scores" })).toContainText("NEGATIVE");
  await expectAccessible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV", exact: true }).click();
  expect((await download).suggestedFilename()).toBe("results.csv");
});
