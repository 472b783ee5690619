import { gzipSync } from "node:zlib";
import { CloudWatchClient, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import {
  DescribeModelCommand,
  DescribeProcessingJobCommand,
  ListModelsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "./testing/held-inference.ts";
import { failureOf } from "./testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "./testing/start-test-emulator.ts";

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
});
afterAll(async () => {
  await emulator.close();
});

function post(headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(emulator.url, { method: "POST", headers, body });
}

test("an operation that is not emulated answers 501 with its name", async () => {
  const client = new SageMakerClient({ ...emulator.sdk, maxAttempts: 1 });
  const call = client.send(new DescribeProcessingJobCommand({ ProcessingJobName: "t" }));
  expect(await failureOf(call)).toStrictEqual({
    name: "UnknownOperationException",
    message: "The emulator does not implement DescribeProcessingJob of sagemaker.",
  });
});

test("a service that is not emulated answers 501 with its name", async () => {
  const response = await post({ "x-amz-target": "DynamoDB_20120810.ListTables" }, "{}");
  expect(response.status).toBe(501);
  expect(await response.json()).toStrictEqual({
    __type: "UnknownOperationException",
    message: "The emulator does not implement DynamoDB_20120810.",
  });
});

test("each answer carries a request id, failures too", async () => {
  const client = new SageMakerClient(emulator.sdk);
  const { $metadata } = await client.send(new ListModelsCommand({}));
  expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const failure = await client.send(new DescribeModelCommand({ ModelName: "no" })).catch((cause: unknown) => cause);
  expect(failure).toMatchObject({
    $metadata: { requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), httpStatusCode: 400 },
  });
});

test("a gzipped request is read", async () => {
  const headers = { "x-amz-target": "SageMaker.ListModels", "content-encoding": "gzip" };
  const response = await post(headers, new Uint8Array(gzipSync("{}")));
  expect(await response.json()).toStrictEqual({ Models: [] });
  expect((await post(headers, "not gzip")).status).toBe(400);
});

test.each(["{", "[]", "5", "null"])("the body %s is refused as unreadable", async (body) => {
  const response = await post({ "x-amz-target": "SageMaker.ListModels" }, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ __type: "SerializationException" });
});

test("a body of more than 16 MB is refused, and the next request served", async () => {
  const response = await post({ "x-amz-target": "SageMaker.ListModels" }, "x".repeat(17 * 1024 * 1024));
  expect(response.status).toBe(413);
  expect((await post({ "x-amz-target": "SageMaker.ListModels" }, "{}")).status).toBe(200);
});

test("prototype names are no operations", async () => {
  for (const name of ["constructor", "toString", "__proto__"]) {
    expect((await post({ "x-amz-target": `SageMaker.${name}` }, "{}")).status).toBe(501);
  }
});

test("the answer's content type follows the request's version of the protocol", async () => {
  const headers = { "x-amz-target": "SageMaker.ListModels" };
  for (const type of ["application/x-amz-json-1.0", "application/x-amz-json-1.1"]) {
    const response = await post({ ...headers, "content-type": type }, "{}");
    expect(response.headers.get("content-type")).toBe(type);
  }
});

test("form requests go by the signature's service", async () => {
  const { Account } = await new STSClient(emulator.sdk).send(new GetCallerIdentityCommand({}));
  expect(Account).toBe("111122223333");
});

test("CloudWatch answers in JSON, in XML and in CBOR", async () => {
  const client = new CloudWatchClient(emulator.sdk);
  expect((await client.send(new ListMetricsCommand({}))).Metrics).toStrictEqual([]);
  const form = await post(
    { "content-type": "application/x-www-form-urlencoded" },
    "Action=ListMetrics&Version=2010-08-01",
  );
  expect(await form.text()).toContain("<ListMetricsResult>");
  const cbor = await fetch(`${emulator.url}/service/GraniteServiceVersion20100801/operation/ListMetrics`, {
    method: "POST",
    headers: { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" },
    body: new Uint8Array([0xa0]),
  });
  expect(cbor.headers.get("content-type")).toBe("application/cbor");
  expect(cbor.status).toBe(200);
});
