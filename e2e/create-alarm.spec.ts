import { haveErrors } from "./support/alarms";
import { createBundledEndpoint, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

test("an alarm is drawn over a chart by its threshold, says how often it would have fired, and fires", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("alarmed");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  // Twice three bad minutes, the worse of them just now.
  await haveErrors(name, [0, 8, 8, 8, 0, 0, 0, 0, 20, 20, 20, 20]);

  await page.goto(`/local/endpoints/${name}?tab=metrics&range=1h`);
  await page.getByRole("button", { name: "Create alarm on Errors" }).click();
  const dialog = page.getByRole("dialog", { name: "Create alarm" });
  await expect(dialog.getByRole("combobox", { name: "Line of the chart" })).toHaveValue("1");
  const count = dialog.getByRole("status");
  // It begins above everything that was.
  await expect(count).toHaveText("Would have fired 0 times in this window.");
  await expectAccessible();

  const slider = dialog.getByRole("slider", { name: "Threshold" });
  const line = await slider.boundingBox();
  const plot = await dialog.locator(".u-over").boundingBox();
  if (!line || !plot) throw new Error("The chart is not drawn.");
  await page.mouse.move(line.x + line.width / 2, line.y + line.height / 2);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width / 2, plot.y + plot.height * 0.7, { steps: 8 });
  await expect(count).toHaveText("Would have fired 1 time in this window, and would stand now.");
  await page.mouse.up();
  const dragged = Number(await slider.getAttribute("aria-valuenow"));
  expect(dragged).toBeGreaterThan(8);
  expect(dragged).toBeLessThan(20);

  // By keys down to where the smaller trouble counts too.
  await slider.press("Home");
  await slider.press("ArrowUp");
  await expect(count).toHaveText("Would have fired 2 times in this window, and would stand now.");
  await expect(dialog.getByRole("spinbutton", { name: "Threshold value" })).toHaveValue("1");
  await dialog.getByRole("spinbutton", { name: "Threshold value" }).fill("5");
  await expect(dialog.getByText("5XX errors ≥ 5 in 3 of 3 minutes")).toBeVisible();

  await dialog.getByRole("combobox", { name: "Notify" }).selectOption("new");
  await dialog.getByRole("textbox", { name: "Topic name" }).fill(name);
  await dialog.getByRole("button", { name: "Create alarm" }).click();
  await expect(dialog.getByText("Write an e-mail address.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "E-mail address" }).fill("ops@example.com");
  await dialog.getByRole("button", { name: "Create alarm" }).click();
  await expect(dialog).toBeHidden();

  await page.goto(`/local/alarms?endpoint=${name}`);
  const row = page.getByRole("row", { name: new RegExp(`${name}-5xx-errors`) });
  await expect(row).toContainText("In alarm");
  await expect(row).toContainText("5XX errors ≥ 5 in 3 of 3 minutes");
  await expectAccessible();
  await row.getByRole("link", { name: `${name}-5xx-errors` }).click();
  const history = page.getByRole("table", { name: "History" });
  await expect(history).toContainText("Alarm updated from INSUFFICIENT_DATA to ALARM");
  await expect(history).toContainText(`Successfully executed action arn:aws:sns:us-east-1:111122223333:${name}`);
  await expect(page.getByRole("img", { name: /The threshold is 5\./ })).toBeVisible();
  await expectAccessible();

  // What it did is marked on the endpoint's charts.
  await page.goto(`/local/endpoints/${name}?tab=metrics&range=1h`);
  await expect(page.getByRole("list", { name: "Marks" })).toContainText(`${name}-5xx-errors: in alarm`);
  await expectAccessible();
  await page.goto("/local/metrics?range=1h");
  await page.getByRole("link", { name: `Create alarm on ${name}` }).click();
  await expect(page.getByRole("dialog", { name: "Create alarm" })).toBeVisible();
});
