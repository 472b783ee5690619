import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantInference } from "./held-inference.ts";
import { IMAGE, ROLE } from "./sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "./start-test-emulator.ts";

const run = promisify(execFile);
const hasBoto3 = await succeeds("python3", ["-c", "import boto3"]);
const hasCli = await succeeds("aws", ["--version"]);
if (!hasBoto3) console.info("boto3 is not here: its tests are skipped.");
if (!hasCli) console.info("The AWS CLI is not here: its tests are skipped.");

let emulator: TestEmulator;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  env = {
    NODE_ENV: "test",
    PATH: process.env.PATH,
    // Somebody's real profile must not be read.
    HOME: emulator.dataDir,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_ACCESS_KEY_ID: "emulator",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_PAGER: "",
    EMULATOR: emulator.url,
  };
});
afterAll(async () => {
  await emulator.close();
});

async function succeeds(command: string, args: string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

/** Runs Python that prints JSON. `client(service)` is there. */
async function python(lines: string[]): Promise<unknown> {
  const head = [
    "import boto3, json, os",
    "client = lambda service: boto3.client(service, endpoint_url=os.environ['EMULATOR'])",
    "sm = client('sagemaker')",
  ];
  const { stdout } = await run("python3", ["-c", [...head, ...lines].join("\n")], { env });
  return JSON.parse(stdout);
}

async function cli(...args: string[]): Promise<unknown> {
  const { stdout } = await run("aws", [...args, "--endpoint-url", emulator.url, "--output", "json"], { env });
  return stdout.trim() === "" ? null : JSON.parse(stdout);
}

test.skipIf(!hasBoto3)(
  "boto3 deploys, pages, waits and deletes",
  async () => {
    const answer = await python([
      `container = {'Image': '${IMAGE}', 'Environment': {'HF_MODEL_ID': 'bundled/afinn-sentiment'}}`,
      `sm.create_model(ModelName='py', ExecutionRoleArn='${ROLE}', PrimaryContainer=container)`,
      "variant = {'VariantName': 'AllTraffic', 'ModelName': 'py', 'InitialInstanceCount': 1, 'InstanceType': 'ml.m5.xlarge'}",
      "sm.create_endpoint_config(EndpointConfigName='py', ProductionVariants=[variant])",
      "for index in range(3): sm.create_endpoint(EndpointName=f'py-{index}', EndpointConfigName='py')",
      "sm.get_waiter('endpoint_in_service').wait(EndpointName='py-0', WaiterConfig={'Delay': 1, 'MaxAttempts': 5})",
      "pages = sm.get_paginator('list_endpoints').paginate(NameContains='py-', SortBy='Name', SortOrder='Ascending', PaginationConfig={'PageSize': 2})",
      "names = [[e['EndpointName'] for e in page['Endpoints']] for page in pages]",
      "for index in range(3): sm.delete_endpoint(EndpointName=f'py-{index}')",
      "sm.get_waiter('endpoint_deleted').wait(EndpointName='py-2', WaiterConfig={'Delay': 1, 'MaxAttempts': 5})",
      "print(json.dumps(names))",
    ]);
    expect(answer).toStrictEqual([["py-0", "py-1"], ["py-2"]]);
  },
  60_000,
);

test.skipIf(!hasBoto3)(
  "boto3 reads the emulator's errors as AWS's",
  async () => {
    const answer = await python([
      "def code(call):",
      "  try: call()",
      "  except Exception as e: return [e.response['Error']['Code'], e.response['Error']['Message'], e.response['ResponseMetadata']['HTTPStatusCode']]",
      "print(json.dumps([",
      "  code(lambda: sm.describe_endpoint(EndpointName='none')),",
      "  code(lambda: sm.create_model(ModelName='bad name!')),",
      "  code(lambda: sm.describe_processing_job(ProcessingJobName='t')),",
      "  code(lambda: client('iam').get_role(RoleName='nobody')),",
      "]))",
    ]);
    expect(answer).toStrictEqual([
      ["ValidationException", 'Could not find endpoint "arn:aws:sagemaker:us-east-1:111122223333:endpoint/none".', 400],
      [
        "ValidationException",
        "1 validation error detected: Value 'bad name!' at 'modelName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?",
        400,
      ],
      ["UnknownOperationException", "The emulator does not implement DescribeProcessingJob of sagemaker.", 501],
      ["NoSuchEntity", expect.any(String), 404],
    ]);
  },
  60_000,
);

test.skipIf(!hasBoto3)(
  "boto3 hosts inference components, asks one, and scales it to zero",
  async () => {
    const answer = await python([
      `container = {'Image': '${IMAGE}', 'Environment': {'HF_MODEL_ID': 'bundled/afinn-sentiment'}}`,
      "scaling = {'Status': 'ENABLED', 'MinInstanceCount': 0, 'MaxInstanceCount': 2}",
      "variant = {'VariantName': 'AllTraffic', 'InitialInstanceCount': 1, 'InstanceType': 'ml.m5.xlarge', 'ManagedInstanceScaling': scaling}",
      `sm.create_endpoint_config(EndpointConfigName='host', ExecutionRoleArn='${ROLE}', ProductionVariants=[variant])`,
      "sm.create_endpoint(EndpointName='host', EndpointConfigName='host')",
      "sm.get_waiter('endpoint_in_service').wait(EndpointName='host', WaiterConfig={'Delay': 1, 'MaxAttempts': 5})",
      "needs = {'NumberOfCpuCoresRequired': 1, 'MinMemoryRequiredInMb': 1024}",
      "spec = {'Container': container, 'ComputeResourceRequirements': needs}",
      "for name in ['one', 'two', 'three']: sm.create_inference_component(InferenceComponentName=name, EndpointName='host', VariantName='AllTraffic', Specification=spec, RuntimeConfig={'CopyCount': 1})",
      "pages = sm.get_paginator('list_inference_components').paginate(EndpointNameEquals='host', SortBy='Name', SortOrder='Ascending', PaginationConfig={'PageSize': 2})",
      "names = [[c['InferenceComponentName'] for c in page['InferenceComponents']] for page in pages]",
      "status = sm.describe_inference_component(InferenceComponentName='one')['InferenceComponentStatus']",
      "asked = client('sagemaker-runtime').invoke_endpoint(EndpointName='host', InferenceComponentName='one', ContentType='application/json', Body='{}')",
      "sm.update_inference_component_runtime_config(InferenceComponentName='one', DesiredRuntimeConfig={'CopyCount': 0})",
      "copies = sm.describe_inference_component(InferenceComponentName='one')['RuntimeConfig']",
      "for name in ['one', 'two', 'three']: sm.delete_inference_component(InferenceComponentName=name)",
      "sm.delete_endpoint(EndpointName='host')",
      "print(json.dumps([names, status, asked['ResponseMetadata']['HTTPStatusCode'], copies]))",
    ]);
    expect(answer).toStrictEqual([
      [["one", "three"], ["two"]],
      "InService",
      200,
      { DesiredCopyCount: 0, CurrentCopyCount: 0 },
    ]);
  },
  60_000,
);

test.skipIf(!hasCli)(
  "the AWS CLI creates, tags and lists",
  async () => {
    const container = JSON.stringify({ Image: IMAGE, Environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } });
    const role = ["--execution-role-arn", ROLE];
    const created = await cli(
      "sagemaker",
      "create-model",
      "--model-name",
      "cli",
      ...role,
      "--primary-container",
      container,
    );
    expect(created).toStrictEqual({ ModelArn: "arn:aws:sagemaker:us-east-1:111122223333:model/cli" });
    const arn = ["--resource-arn", "arn:aws:sagemaker:us-east-1:111122223333:model/cli"];
    await cli("sagemaker", "add-tags", ...arn, "--tags", "Key=team,Value=nlp");
    expect(await cli("sagemaker", "list-tags", ...arn)).toStrictEqual({ Tags: [{ Key: "team", Value: "nlp" }] });
    expect(
      await cli("sagemaker", "list-models", "--query", "Models[].ModelName", "--name-contains", "cli"),
    ).toStrictEqual(["cli"]);
    expect(await cli("sts", "get-caller-identity", "--query", "Account")).toBe("111122223333");
  },
  60_000,
);
