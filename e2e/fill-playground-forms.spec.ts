import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

test.use({
  permissions: ["camera", "microphone", "clipboard-read", "clipboard-write"],
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH || undefined,
    // A made-up camera and microphone, given without asking.
    args: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--disable-quic"],
  },
});

type Bundled = { model: string; task: string };

async function openForm(page: Page, name: string, { model, task }: Bundled, asTask = task) {
  await createBundledEndpoint({ name, model, task });
  await untilInService(name);
  await page.goto(`/local/playground?endpoint=${name}&task=${asTask}`);
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
}

/** A file of ours as the page gets it by a drop or from the clipboard. */
function transfer(page: Page, file: string, type: string) {
  const base64 = readFileSync(`public/examples/${file}`).toString("base64");
  return page.evaluateHandle(
    ([content, name, kind]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(content ?? ""), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name ?? "", { type: kind ?? "" }));
      return data;
    },
    [base64, file, type],
  );
}

const DIGITS = { model: "tiny-digits", task: "image-classification" };
const SPEECH = { model: "tiny-words-asr", task: "automatic-speech-recognition" };

test("a picture is picked by keyboard alone, and the model reads it", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  await openForm(page, uniqueName("picked"), DIGITS);
  const picker = page.getByLabel("Choose a picture");
  // The page may still be coming to life under the first key.
  await expect(async () => {
    const chosen = page.waitForEvent("filechooser", { timeout: 2_000 });
    await picker.press("Enter");
    await (await chosen).setFiles("public/examples/digit.png");
  }).toPass();
  await expect(page.getByText(/image\/png · \d+ × \d+ · 6.2 KiB/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Run", exact: true }).press("Enter");
  await expect(page.getByText("Round trip")).toBeVisible();
});

test("a picture is dropped, taken away and pasted", async ({ page, uniqueName }) => {
  await openForm(page, uniqueName("dropped"), DIGITS);
  await page.getByText("Drop or paste a picture here").dispatchEvent("drop", {
    dataTransfer: await transfer(page, "digit.png", "image/png"),
  });
  await expect(page.getByRole("img", { name: "What the model will see" })).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  const clipboardData = await transfer(page, "shapes.png", "image/png");
  await page.evaluate((data) => {
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data as DataTransfer, bubbles: true }));
  }, clipboardData);
  await expect(page.getByText("shapes.png")).toBeVisible();
});

test("a picture that the container does not take is turned into PNG, and what is none is refused", async ({
  page,
  uniqueName,
}) => {
  await openForm(page, uniqueName("drawn"), DIGITS);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
  const picker = page.getByLabel("Choose a picture");
  await picker.setInputFiles({ name: "a.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) });
  await expect(page.getByText(/image\/png · 40 × 20/)).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1");
  await picker.setInputFiles({ name: "a.heic", mimeType: "", buffer: heic });
  await expect(page.getByRole("alert").filter({ hasText: "does not take image/heic files" })).toBeVisible();
});

test("the camera takes a picture", async ({ page, uniqueName }) => {
  await openForm(page, uniqueName("camera"), DIGITS);
  await page.getByRole("button", { name: "Camera" }).click();
  await page.getByRole("button", { name: "Take picture" }).click();
  await expect(page.getByText("camera.png")).toBeVisible();
  await expect(page.getByText("image/png", { exact: false }).first()).toBeVisible();
});

test("the microphone's recording is WAV and can be heard before it is sent", async ({ page, uniqueName }) => {
  await openForm(page, uniqueName("recorded"), SPEECH);
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Stop recording/ })).toContainText("2 s");
  await page.getByRole("button", { name: /^Stop recording/ }).click();
  await expect(page.getByLabel("What the model will hear")).toBeVisible();
  await expect(page.getByText(/audio\/wave · .* s ·/)).toBeVisible();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Round trip")).toBeVisible();
});

test("cells copied from a spreadsheet fill the table", async ({ page, uniqueName, expectAccessible }) => {
  const sentiment = { model: "afinn-sentiment", task: "text-classification" };
  await openForm(page, uniqueName("table"), sentiment, "table-question-answering");
  await page.evaluate(() => navigator.clipboard.writeText("City\tPeople\nRome\t2,800,000\nParis\t2,100,000"));
  await page.getByRole("textbox", { name: "Name of column 1" }).focus();
  await page.keyboard.press("Control+V");
  await expect(page.getByRole("textbox", { name: "People, row 2" })).toHaveValue("2,100,000");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("textbox", { name: "City, row 1" })).toBeFocused();
  await expectAccessible();
});
