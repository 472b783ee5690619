import {
  alarmsNamed,
  createBundledEndpoint,
  deleteDirectly,
  scaleAutomatically,
  untilInService,
  wakeByAlarm,
} from "./support/endpoints";
import { expect, test } from "./support/test";

test("an alarm whose endpoint another tool has deleted is listed as left over, and deleted by its name", async ({
  page,
  asRole,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("left");
  await createBundledEndpoint({ name, model: "afinn-sentiment", task: "text-classification" });
  await untilInService(name);
  await scaleAutomatically(name, 1, 4);
  await wakeByAlarm(name);
  await deleteDirectly(name);

  const review = `/local/scaling?search=${name}&warning=alarm-left`;
  const rowOn = (shown: typeof page) =>
    shown
      .getByRole("table", { name: "Scalable targets" })
      .getByRole("row")
      .filter({ hasText: `${name}-wake` });
  const viewer = await asRole("viewer");
  await viewer.goto(review);
  await expect(rowOn(viewer)).toContainText("Alarm left over");
  await expect(rowOn(viewer).getByRole("button", { name: "Delete alarm" })).toBeDisabled();

  await page.goto(review);
  await rowOn(page).getByRole("button", { name: "Delete alarm" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete alarm" });
  await expect(dialog).toContainText("It starts a scaling policy that does not exist any more. Nothing else goes.");
  await expect(dialog.getByRole("button", { name: "Delete alarm" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(`${name}-wake`);
  await expectAccessible();
  await dialog.getByRole("button", { name: "Delete alarm" }).click();
  await expect(page.getByText(`Deleted the alarm ${name}-wake`)).toBeVisible();
  await expect(rowOn(page)).toBeHidden();
  expect(await alarmsNamed(`${name}-wake`)).toEqual([]);
});
