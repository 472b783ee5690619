import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

test.use({ role: "operator" });
test.setTimeout(120_000);

const BUCKET = "sagemaker-us-east-1-111122223333";

async function putObject(key: string, body: string): Promise<void> {
  const client = new S3Client({
    endpoint: E2E.emulatorUrl,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" },
  });
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body, ContentType: "application/json" }));
  client.destroy();
}

test("an asynchronous endpoint writes where the S3 browser said, is asked from the playground, and takes objects of S3", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("later");
  await putObject(`${name}/answers/here.txt`, "kept");
  await putObject(`${name}/inputs/review.json`, JSON.stringify({ inputs: "A terrible, boring disaster" }));

  await test.step("the place for answers is picked in S3", async () => {
    await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}&mode=async`);
    await page.getByRole("textbox", { name: "Answers go to" }).fill(`s3://${BUCKET}/${name}/`);
    await page.getByRole("button", { name: "Browse S3: Answers go to" }).click();
    const dialog = page.getByRole("dialog", { name: "Choose in S3" });
    await dialog.getByRole("option", { name: /answers/ }).click();
    await dialog.getByRole("button", { name: "Use this folder" }).click();
    await expect(page.getByRole("textbox", { name: "Answers go to" })).toHaveValue(`s3://${BUCKET}/${name}/answers/`);
    await page.getByRole("button", { name: "Review the requests" }).click();
    await page.getByRole("button", { name: "Deploy endpoint" }).click();
    await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("the playground sends into the queue, shows the answer and leads to the inbox", async () => {
    await page.goto(`/local/playground?endpoint=${name}`);
    await page.getByRole("textbox", { name: "Text" }).fill("I love this");
    await expectAccessible();
    await page.getByRole("button", { name: "Send asynchronously" }).click();
    const answer = page.getByRole("region", { name: "Answer" });
    await expect(answer.getByRole("list", { name: "Scores" })).toContainText("POSITIVE");
    await expectAccessible();
    await answer.getByRole("link", { name: "Open in the inbox" }).click();
    await expect(page.getByRole("region", { name: "Request", exact: true })).toContainText(`/${name}/answers/`);
  });

  await test.step("an object of S3 is found by browsing and sent", async () => {
    await page.goto(`/local/async?endpoint=${name}`);
    await page.getByRole("radio", { name: "From S3" }).check();
    const objects = page.getByRole("textbox", { name: "Objects in S3" });
    await objects.fill(`s3://${BUCKET}/${name}/inputs/`);
    await page.getByRole("button", { name: "Add from S3" }).click();
    const dialog = page.getByRole("dialog", { name: "Choose in S3" });
    await dialog.getByRole("option", { name: /review\.json/ }).click();
    await dialog.getByRole("button", { name: "Use this object" }).click();
    await expect(objects).toHaveValue(`s3://${BUCKET}/${name}/inputs/review.json`);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const sent = page.getByRole("table", { name: "Requests" }).getByRole("row", { name: /review\.json/ });
    await expect(sent).toContainText("Done", { timeout: 30_000 });
  });
});
