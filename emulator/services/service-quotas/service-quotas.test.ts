import { CreateEndpointCommand, CreateEndpointConfigCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import {
  GetServiceQuotaCommand,
  paginateListServiceQuotas,
  type ServiceQuota,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { instantInference } from "../../testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let quotas: ServiceQuotasClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  quotas = new ServiceQuotasClient(emulator.sdk);
});
afterAll(() => emulator.close());

async function all(): Promise<ServiceQuota[]> {
  const found: ServiceQuota[] = [];
  for await (const page of paginateListServiceQuotas({ client: quotas }, { ServiceCode: "sagemaker" })) {
    found.push(...(page.Quotas ?? []));
  }
  return found;
}

const limit = (quota: object) =>
  fetch(`${emulator.url}/_emulator/quotas`, { method: "POST", body: JSON.stringify(quota) });

test("every instance type has its quotas, by AWS's names, each once", async () => {
  const found = await all();
  const names = found.map(({ QuotaName }) => QuotaName);
  expect(names).toContain("ml.g5.xlarge for endpoint usage");
  expect(names).toContain("ml.g5.xlarge for spot training job usage");
  expect(names).toContain("ml.m5.xlarge for transform job usage");
  expect(new Set(found.map(({ QuotaCode }) => QuotaCode)).size).toBe(found.length);
});

test("a rehearsed limit is told, and endpoints beyond it are refused", async () => {
  await limit({ instanceType: "ml.m5.xlarge", usage: "endpoint usage", limit: 2 });
  const listed = (await all()).find(({ QuotaName }) => QuotaName === "ml.m5.xlarge for endpoint usage");
  const { Quota } = await quotas.send(
    new GetServiceQuotaCommand({ ServiceCode: "sagemaker", QuotaCode: listed?.QuotaCode }),
  );
  expect(Quota).toStrictEqual(listed);
  expect(Quota).toMatchObject({ Value: 2, Adjustable: true, ServiceName: "Amazon SageMaker" });

  await deployModel(emulator, "first", [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
  const sagemaker = new SageMakerClient(emulator.sdk);
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "two-more",
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: "first-0", InstanceType: "ml.m5.xlarge", InitialInstanceCount: 2 },
      ],
    }),
  );
  const create = sagemaker.send(new CreateEndpointCommand({ EndpointName: "second", EndpointConfigName: "two-more" }));
  await expect(create).rejects.toMatchObject({
    name: "ResourceLimitExceeded",
    message: expect.stringContaining(
      "'ml.m5.xlarge for endpoint usage' is 2 Instances, with current utilization of 1 Instances and a request delta of 2",
    ),
  });
});

test("services and quotas that are not there are said so", async () => {
  const get = (ServiceCode: string) =>
    quotas.send(new GetServiceQuotaCommand({ ServiceCode, QuotaCode: "L-00000000" }));
  await expect(get("ec2")).rejects.toMatchObject({ name: "NoSuchResourceException" });
  await expect(get("sagemaker")).rejects.toMatchObject({ name: "NoSuchResourceException" });
});
