import { GetProductsCommand, type GetProductsCommandInput, PricingClient } from "@aws-sdk/client-pricing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let pricing: PricingClient;

beforeAll(async () => {
  emulator = await startTestEmulator();
  pricing = new PricingClient(emulator.sdk);
});
afterAll(() => emulator.close());

type Item = { product: { sku: string; attributes: { usagetype: string } } };
const get = (input: Partial<GetProductsCommandInput> = {}) =>
  pricing.send(new GetProductsCommand({ ServiceCode: "AmazonSageMaker", ...input }));
const usagesOf = (list: unknown[] | undefined) =>
  (list ?? []).map((item) => (JSON.parse(String(item)) as Item).product.attributes.usagetype);

test("an instance's price for a use is found by filters", async () => {
  const { PriceList, FormatVersion, NextToken } = await get({
    Filters: [
      { Type: "TERM_MATCH", Field: "regionCode", Value: "us-east-1" },
      { Type: "TERM_MATCH", Field: "instanceName", Value: "ml.m5.xlarge" },
      { Type: "TERM_MATCH", Field: "component", Value: "hosting" },
    ],
  });
  expect([FormatVersion, NextToken, PriceList?.length]).toStrictEqual(["aws_v1", undefined, 1]);
  const item = JSON.parse(String(PriceList?.[0]));
  const { sku } = item.product;
  expect(item).toMatchObject({
    product: {
      productFamily: "ML Instance",
      attributes: { usagetype: "USE1-Host:ml.m5.xlarge", instanceType: "ml.m5.xlarge-Hosting" },
    },
    serviceCode: "AmazonSageMaker",
    terms: {
      OnDemand: {
        [`${sku}.JRTCKXETXF`]: {
          priceDimensions: {
            [`${sku}.JRTCKXETXF.6YS6EN2CT7`]: { unit: "Hrs", pricePerUnit: { USD: "0.2300000000" } },
          },
        },
      },
    },
  });
});

test("all pages together have each product of a region once", async () => {
  const Filters: GetProductsCommandInput["Filters"] = [{ Type: "EQUALS", Field: "regionCode", Value: "us-east-1" }];
  const found: string[] = [];
  let [NextToken, pages]: [string | undefined, number] = [undefined, 0];
  do {
    const page: Awaited<ReturnType<typeof get>> = await get({ Filters, NextToken, MaxResults: 100 });
    found.push(...usagesOf(page.PriceList));
    NextToken = page.NextToken;
    pages += 1;
  } while (NextToken);
  expect(pages).toBe(Math.ceil(found.length / 100));
  expect(pages).toBeGreaterThan(1);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toContain("USE1-ServerlessInf:Mem-3GB");
});

test("filters contain, list and exclude", async () => {
  const usages = async (...Filters: NonNullable<GetProductsCommandInput["Filters"]>) =>
    usagesOf((await get({ Filters })).PriceList).sort();
  expect(
    await usages(
      { Type: "CONTAINS", Field: "usagetype", Value: "AsyncInf" },
      { Type: "ANY_OF", Field: "regionCode", Value: "eu-west-3, ap-northeast-1" },
    ),
  ).toStrictEqual(["APN1-AsyncInf:ml.g6.xlarge", "EUW3-AsyncInf:ml.g4dn.2xlarge", "EUW3-AsyncInf:ml.g6.xlarge"]);
  expect(
    await usages(
      { Type: "CONTAINS", Field: "usagetype", Value: "AsyncInf" },
      { Type: "NONE_OF", Field: "regionCode", Value: "eu-west-3,us-east-1" },
    ),
  ).toStrictEqual(["APN1-AsyncInf:ml.g6.xlarge"]);
});

test("what it cannot answer is refused", async () => {
  await expect(get({ NextToken: "made-up" })).rejects.toMatchObject({ name: "InvalidNextTokenException" });
  await expect(get({ MaxResults: 101 })).rejects.toMatchObject({ name: "InvalidParameterException" });
  const elsewhere = new PricingClient({ ...emulator.sdk, region: "eu-west-3" });
  await expect(elsewhere.send(new GetProductsCommand({ ServiceCode: "AmazonSageMaker" }))).rejects.toMatchObject({
    name: "InvalidSignatureException",
  });
  expect((await get({ ServiceCode: "AmazonEC2" })).PriceList).toStrictEqual([]);
});
