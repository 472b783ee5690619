import { expect, test } from "./support/test";

test.use({ role: "operator" });
test.setTimeout(120_000);

test("a serverless endpoint is deployed, tells its cold start and none afterwards, and refuses calls beyond its limit", async ({
  page,
  asRole,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("serverless");

  await test.step("what serverless cannot be is refused in the form", async () => {
    await page.goto(`/local/deploy?source=bundled&model=afinn-sentiment&name=${name}`);
    await page.getByRole("radio", { name: "Serverless" }).check();
    await expect(page.getByRole("heading", { name: "Instances" })).toHaveCount(0);
    await page.getByRole("combobox", { name: "Memory" }).selectOption("3 GB");
    await page.getByRole("spinbutton", { name: "Calls at once" }).fill("1");
    await page.getByRole("textbox", { name: "Kept ready" }).fill("2");
    await page.getByRole("radio", { name: "NVIDIA GPU" }).check();
    await page.getByRole("button", { name: "Review the requests" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "2 things to put right first" });
    await expect(summary).toContainText("Serverless environments have no accelerator. Choose a container for the CPU.");
    await expect(summary).toContainText("Kept ready: At most the 1 calls at once above.");
    await expectAccessible();
  });

  await test.step("memory and concurrency are reviewed and deployed", async () => {
    await page.getByRole("radio", { name: "CPU", exact: true }).check();
    await page.getByRole("textbox", { name: "Kept ready" }).fill("");
    await expect(page.getByText("With 3 GB a second of a call costs $0.00006 in us-east-1")).toBeVisible();
    await page.getByRole("button", { name: "Review the requests" }).click();
    const requests = page.getByRole("figure", { name: "Requests" });
    await requests.getByRole("radio", { name: "CreateEndpointConfig" }).check();
    await expect(requests).toContainText('"MemorySizeInMB": 3072');
    await expect(requests).toContainText('"MaxConcurrency": 1');
    await expect(requests).not.toContainText("ProvisionedConcurrency");
    await page.getByRole("button", { name: "Deploy endpoint" }).click();
    await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });
  });

  const other = await asRole("tester");
  for (const tab of [page, other]) {
    await tab.goto(`/local/playground?endpoint=${name}`);
    await tab.getByRole("textbox", { name: "Text" }).fill("I love this");
  }
  const answer = page.getByRole("region", { name: "Answer" });

  await test.step("while its only environment starts for one call, another is refused in AWS's words", async () => {
    await page.getByRole("button", { name: "Run" }).click();
    await expect(answer).toContainText("starts an environment first");
    await other.getByRole("button", { name: "Run" }).click();
    const refused = other.getByRole("alert").filter({ hasText: "SageMaker refused the call: Rate exceeded." });
    await expect(refused).toContainText("a serverless one takes MaxConcurrency");
    await expect(refused).toContainText("ThrottlingException");
  });

  await test.step("the first call waited for a cold start of two seconds and the model, the second for none", async () => {
    await expect(answer.getByRole("list", { name: "Scores" })).toBeVisible();
    const fact = answer.locator("dl > div").filter({ hasText: "Cold start" });
    await expect(fact).toContainText(/[2-9]\.\d s|\d+ s/);
    await expectAccessible();
    await page.getByRole("textbox", { name: "Text" }).fill("I hate this");
    await page.getByRole("button", { name: "Run" }).click();
    await expect(fact).toContainText("not this call");
  });

  await test.step("the refused call goes through when it is run again", async () => {
    await other.getByRole("button", { name: "Run again" }).click();
    await expect(other.getByRole("region", { name: "Answer" }).getByRole("list", { name: "Scores" })).toBeVisible();
  });
});

test("environments that are kept ready answer the first call without a cold start", async ({ page, uniqueName }) => {
  const name = uniqueName("ready");
  await page.goto(
    `/local/deploy?source=bundled&model=afinn-sentiment&name=${name}&mode=serverless&concurrency=2&provisioned=1`,
  );
  await page.getByRole("button", { name: "Review the requests" }).click();
  const requests = page.getByRole("figure", { name: "Requests" });
  await requests.getByRole("radio", { name: "CreateEndpointConfig" }).check();
  await expect(requests).toContainText('"ProvisionedConcurrency": 1');
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 60_000 });

  await page.goto(`/local/playground?endpoint=${name}`);
  await page.getByRole("textbox", { name: "Text" }).fill("I love this");
  await page.getByRole("button", { name: "Run" }).click();
  const fact = page.getByRole("region", { name: "Answer" }).locator("dl > div").filter({ hasText: "Cold start" });
  await expect(fact).toContainText("none recorded");
});
