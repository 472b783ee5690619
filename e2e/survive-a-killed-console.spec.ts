import {
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";

// Each takeover waits until the dead console's claim on the deploy has run out.
test.setTimeout(120_000);

/** Makes the next call of an operation slow; resolves once AWS has got that call and has not answered yet. */
async function planSlowCall(emulator: OwnProcess, operation: string, delayMs: number): Promise<() => Promise<void>> {
  const faults = `${emulator.url}/_emulator/faults`;
  const fault = { service: "sagemaker", operation, times: 1, delayMs };
  await fetch(faults, { method: "POST", body: JSON.stringify(fault) });
  return () =>
    expect(async () => {
      expect(await (await fetch(faults)).json()).toEqual({ faults: [] });
    }).toPass({ intervals: [50], timeout: 30_000 });
}

async function everythingIn(emulator: OwnProcess) {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const sagemaker = new SageMakerClient({ endpoint: emulator.url, region: "us-east-1", credentials });
  const { Models = [] } = await sagemaker.send(new ListModelsCommand({}));
  const { EndpointConfigs = [] } = await sagemaker.send(new ListEndpointConfigsCommand({}));
  const { Endpoints = [] } = await sagemaker.send(new ListEndpointsCommand({}));
  return {
    models: Models.length,
    configs: EndpointConfigs.length,
    endpoints: Endpoints.map((endpoint) => `${endpoint.EndpointName} ${endpoint.EndpointStatus}`),
  };
}

test("a deploy whose console is killed at each of its calls ends in service, with one of each thing", async ({
  page,
  ownEmulator,
  ownConsole,
  signInTo,
}) => {
  await signInTo(ownConsole, page);
  await page.goto(`${ownConsole.url}/local/deploy?source=bundled&model=afinn-sentiment&name=killed`);
  await page.getByRole("button", { name: "Review the requests" }).click();

  await test.step("killed at CreateModel; the answer comes after the next console has asked again", async () => {
    const arrived = await planSlowCall(ownEmulator, "CreateModel", 14_000);
    await page.getByRole("button", { name: "Deploy endpoint" }).click();
    await page.waitForURL(/\/local\/operations\/[0-9a-f-]{36}$/);
    await arrived();
    await ownConsole.kill();
  });

  await test.step("killed at CreateEndpointConfig, which the restarted console went on to by itself", async () => {
    const arrived = await planSlowCall(ownEmulator, "CreateEndpointConfig", 2_000);
    await ownConsole.start();
    await arrived();
    await ownConsole.kill();
  });

  await test.step("killed at CreateEndpoint", async () => {
    const arrived = await planSlowCall(ownEmulator, "CreateEndpoint", 2_000);
    await ownConsole.start();
    await page.reload();
    await expect(page.getByRole("heading", { name: "killed" })).toBeVisible();
    await arrived();
    await ownConsole.kill();
  });

  await test.step("the page that was left open shows the end of it", async () => {
    await ownConsole.start();
    await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 40_000 });
    expect(await everythingIn(ownEmulator)).toEqual({ models: 1, configs: 1, endpoints: ["killed InService"] });
    await page.reload();
    await expect(page.getByText("The endpoint is in service.")).toBeVisible();
  });
});
