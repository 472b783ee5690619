import { AddTagsCommand, DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";

import { EXPIRES_AT_TAG } from "../lib/endpoints/expiry";
import { makeEndpoint } from "./support/make-endpoint";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

const sagemaker = new SageMakerClient({
  endpoint: E2E.emulatorUrl,
  region: "us-east-1",
  credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
});

// One of these tests switches the deletion on for the workspace that all of them use.
test.describe.configure({ mode: "default" });
test.setTimeout(120_000);

const statusOf = (EndpointName: string) =>
  sagemaker.send(new DescribeEndpointCommand({ EndpointName })).then(
    ({ EndpointStatus }) => EndpointStatus,
    () => "gone",
  );

/** An endpoint in service whose time was over a minute ago. */
async function makeExpired(name: string): Promise<void> {
  await makeEndpoint({ name });
  await expect.poll(() => statusOf(name), { timeout: 60_000 }).toBe("InService");
  const { EndpointArn } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: name }));
  const Value = new Date(Date.now() - 60_000).toISOString();
  await sagemaker.send(new AddTagsCommand({ ResourceArn: EndpointArn, Tags: [{ Key: EXPIRES_AT_TAG, Value }] }));
}

test("an endpoint is deployed for four hours, counts down, and stays longer in one click", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("short");
  await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
  await page.getByRole("combobox", { name: "Expires" }).selectOption("In 4 hours");
  await page.getByRole("button", { name: "Review the requests" }).click();
  await expect(page.getByRole("figure", { name: "Requests" })).toContainText(EXPIRES_AT_TAG);
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });

  await page.goto(`/local/endpoints/${name}`);
  await expect(page.getByText(/^Expires in 3 h \d+ min$/).first()).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: `Extend ${name} by a day` }).click();
  await expect(page.getByText(/^Expires in 1 d 3 h$/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Expires in 1 d 3 h$/).first()).toBeVisible();
});

test("what has expired is listed, and stays as long as its deletion is not switched on", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const [over, extended] = [uniqueName("over"), uniqueName("extended")];
  await makeExpired(over);
  await makeExpired(extended);
  await page.goto("/local/endpoints");
  const listed = page.getByRole("region", { name: "Expired" });
  const row = (name: string) => listed.getByRole("listitem").filter({ hasText: name });
  await expect(row(over).getByText("Expired", { exact: true })).toBeVisible();
  await expectAccessible();
  await row(extended)
    .getByRole("button", { name: `Extend ${extended} by a day` })
    .click();
  await expect(row(extended).getByText(/^Expires in 1 d|^Expires in 23 h/)).toBeVisible();
  expect(await statusOf(over)).toBe("InService");

  await page.goto("/local/settings/defaults");
  const deletion = page.getByRole("switch", { name: /^Delete expired endpoints automatically/ });
  await expect(deletion).not.toBeChecked();
  await deletion.click();
  await expect(deletion).toBeChecked();
  await expect.poll(() => statusOf(over), { timeout: 90_000 }).toBe("gone");
  expect(await statusOf(extended)).toBe("InService");
  await deletion.click();
  await expect(deletion).not.toBeChecked();
});

test("a viewer sees when it expires and cannot change it", async ({ asRole, uniqueName }) => {
  const name = uniqueName("seen");
  await makeExpired(name);
  const page = await asRole("viewer");
  await page.goto(`/local/endpoints/${name}`);
  await expect(page.getByText("Expired", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: `Extend ${name} by a day` })).toBeDisabled();
});
