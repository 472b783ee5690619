import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { buildImageUri } from "@/catalog/containers/image-uri";
import { containersFor } from "@/catalog/containers/select";
import { boto3Program } from "@/lib/code-export/program/boto3";
import { cliProgram } from "@/lib/code-export/program/cli";
import { deployCalls, endpointExport } from "@/lib/code-export/program/endpoint-export";
import { pythonSdkV3Program } from "@/lib/code-export/program/python-sdk-v3";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { reviewedRequests } from "@/lib/deploy/review";
import { type DeployFormValues, DeployInput } from "@/lib/deploy/schema";
import { looksSecret } from "@/lib/secrets/mask";

import { importEndpoint } from "./import-endpoint";

const START = {
  region: "us-east-1",
  isEmulator: true,
  executionRoleArn: "arn:aws:iam::111122223333:role/r",
  hasHubToken: false,
};
const PLACE = { region: "us-east-1", bucket: "sagemaker-us-east-1-111122223333" };

const images = containersFor("inference", "cpu").flatMap((container) => {
  const built = buildImageUri(container, "us-east-1");
  return built.ok ? [built.imageUri] : [];
});
const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,12}(-[a-zA-Z0-9]{1,8})?$/);
const uri = fc.stringMatching(/^s3:\/\/[a-z]{3,10}\/[a-z0-9/._-]{1,20}$/);
const optional = (from: number, to: number) => fc.option(fc.integer({ min: from, max: to }).map(String), { nil: "" });
/** What people write into variables: quotes, dollars, lines, JSON. */
const value = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(`it's "x"`, "$HOME `date` \\", "a\nb", '{"a": [1]}', "1", "true", "a,b=c", "größer 字 😀"),
);
const environment = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z][A-Z_]{2,12}[A-Z]$/), value), {
    selector: ([key]) => key,
    maxLength: 4,
  })
  .map((rows) => rows.map(([key, text]) => ({ name: key, value: text.trim() })))
  .filter((rows) =>
    rows.every((row) => !/^(HF_|HUGGING|SAGEMAKER)/.test(row.name) && !looksSecret(row.name, row.value)),
  );

const source: fc.Arbitrary<Partial<DeployFormValues>> = fc.oneof(
  fc.constant({ source: "bundled" as const, bundledModel: "afinn-sentiment" }),
  fc.record({
    source: fc.constant("hub" as const),
    hubModelId: fc.stringMatching(/^[a-z]{2,8}\/[A-Za-z0-9-]{1,12}$/),
    hubRevision: fc.constantFrom("", "main", "a1b2c3d"),
    hubTokenFrom: fc.constantFrom("none" as const, "typed" as const),
  }),
  fc.record({ source: fc.constant("s3" as const), modelDataUrl: uri.map((text) => `${text}/model.tar.gz`) }),
);

const instances: fc.Arbitrary<Partial<DeployFormValues>> = fc.record({
  instanceType: fc.constantFrom("ml.m5.xlarge", "ml.c5.2xlarge"),
  instanceCount: fc.integer({ min: 1, max: 20 }),
  volumeSizeGb: optional(1, 512),
  startupTimeoutSeconds: optional(60, 3600),
  downloadTimeoutSeconds: optional(60, 3600),
});
const mode: fc.Arbitrary<Partial<DeployFormValues>> = fc.oneof(
  fc
    .tuple(
      instances,
      fc.record({
        dataCaptureUri: fc.option(uri, { nil: "" }),
        networkIsolation: fc.boolean(),
        kmsKeyId: fc.constantFrom("", "alias/key"),
      }),
    )
    .map(([own, more]) => ({ ...own, ...more, dataCapturePercent: more.dataCaptureUri ? "30" : "" })),
  fc
    .tuple(
      instances,
      fc.record({
        asyncOutputUri: uri,
        asyncFailureUri: uri,
        asyncMaxConcurrent: optional(1, 1000),
        asyncSuccessTopic: fc.constantFrom("", "arn:aws:sns:us-east-1:111122223333:done"),
        scaleFromZero: fc.boolean(),
        scaleMaxInstances: fc.integer({ min: 1, max: 9 }).map(String),
        scaleBacklogTarget: fc.integer({ min: 1, max: 50 }).map(String),
      }),
    )
    .map(([own, more]) => ({
      ...own,
      ...more,
      mode: "async" as const,
      ...(more.scaleFromZero ? {} : { scaleMaxInstances: "5", scaleBacklogTarget: "5" }),
    })),
  fc.record({
    mode: fc.constant("serverless" as const),
    serverlessMemoryMb: fc.constantFrom(1024, 3072, 6144),
    serverlessMaxConcurrency: fc.integer({ min: 5, max: 200 }),
    serverlessProvisioned: optional(1, 5),
  }),
);

const forms = fc
  .tuple(
    source,
    mode,
    fc.record({
      endpointName: name,
      task: fc.constantFrom("", "text-classification", "summarization"),
      image: fc.constantFrom(...images),
      variantName: name,
      initialWeight: fc.integer({ min: 0, max: 10 }),
      tags: fc.constantFrom<DeployFormValues["tags"]>([], [{ key: "team", value: "nlp a=b" }]),
      environment,
    }),
    fc.boolean(),
  )
  .map(([from, how, more, isInVpc]) => {
    const isServerless = how.mode === "serverless";
    const form: DeployFormValues = {
      ...EMPTY_DEPLOY,
      executionRoleArn: START.executionRoleArn,
      ...from,
      ...how,
      ...more,
      ...(isInVpc && !isServerless && { subnets: "subnet-0123456789abcdef0", securityGroups: "sg-0123456789abcdef0" }),
    };
    return { ...form, networkIsolation: form.networkIsolation && form.source !== "hub" };
  });

/** A form as it is sent: a token that was typed is in none of the exports. */
function sent(form: DeployFormValues): DeployInput {
  return DeployInput.parse({
    ...form,
    requestId: "00000000-0000-4000-8000-000000000000",
    stampedAt: "2026-01-01T00:00:00.000Z",
    instanceType: form.instanceType || "ml.m5.xlarge",
    hubToken: form.hubTokenFrom === "typed" ? "hf_typedIntoTheForm1234" : "",
  });
}

describe("what is exported and imported again is the same form, for 500 forms", () => {
  test.each([
    ["AWS CLI", (calls: ReturnType<typeof deployCalls>) => cliProgram(endpointExport(calls, "us-east-1"))],
    ["SDK v3", (calls: ReturnType<typeof deployCalls>) => pythonSdkV3Program(endpointExport(calls, "us-east-1"))],
    ["boto3", (calls: ReturnType<typeof deployCalls>) => boto3Program(endpointExport(calls, "us-east-1"))],
    [
      "requests",
      (calls: ReturnType<typeof deployCalls>) =>
        JSON.stringify(calls.map(({ operation, input }) => ({ [operation]: input }))),
    ],
  ])("%s", (_, write) => {
    fc.assert(
      fc.property(forms, (form) => {
        const text = write(deployCalls(reviewedRequests(sent(form), PLACE)));
        expect(text).not.toContain("hf_typedIntoTheForm1234");
        const read = importEndpoint(text, START);
        expect(read).toMatchObject({ ok: true });
        expect(read.ok && read.values).toStrictEqual(form);
      }),
      { numRuns: 500 },
    );
  });
});

test("the Hub's snippet for the SageMaker SDK fills the form, with the image that the SDK would take", () => {
  const read = importEndpoint(
    `import sagemaker
import boto3
from sagemaker.huggingface import HuggingFaceModel

try:
	role = sagemaker.get_execution_role()
except ValueError:
	iam = boto3.client('iam')
	role = iam.get_role(RoleName='sagemaker_execution_role')['Role']['Arn']

# Hub Model configuration. https://huggingface.co/models
hub = {
	'HF_MODEL_ID':'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
	'HF_TASK':'text-classification'
}

# create Hugging Face Model Class
huggingface_model = HuggingFaceModel(
	transformers_version='4.49.0',
	pytorch_version='2.6.0',
	py_version='py312',
	env=hub,
	role=role, 
)

# deploy model to SageMaker Inference
predictor = huggingface_model.deploy(
	initial_instance_count=1, # number of instances
	instance_type='ml.m5.xlarge' # ec2 instance type
)

predictor.predict({
	"inputs": "I like you. I love you",
})
`,
    START,
  );
  expect(read).toMatchObject({
    ok: true,
    notes: [],
    values: {
      source: "hub",
      hubModelId: "distilbert/distilbert-base-uncased-finetuned-sst-2-english",
      task: "text-classification",
      instanceType: "ml.m5.xlarge",
      executionRoleArn: START.executionRoleArn,
      image:
        "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04",
    },
  });
});

test("its snippet for text generation takes the server's image of that version", () => {
  const read = importEndpoint(
    `hub = {
	'HF_MODEL_ID':'Qwen/Qwen2.5-7B-Instruct',
	'SM_NUM_GPUS': json.dumps(1)
}
huggingface_model = HuggingFaceModel(
	image_uri=get_huggingface_llm_image_uri("huggingface",version="3.2.3"),
	env=hub,
	role=role, 
)
predictor = huggingface_model.deploy(
	initial_instance_count=1,
	instance_type="ml.g5.2xlarge",
	container_startup_health_check_timeout=300,
  )
`,
    START,
  );
  expect(read).toMatchObject({
    ok: true,
    notes: ["The values of SM_NUM_GPUS are not in the text: type them again."],
    values: { hubModelId: "Qwen/Qwen2.5-7B-Instruct", startupTimeoutSeconds: "300", instanceType: "ml.g5.2xlarge" },
  });
  expect(read.ok && read.values.image).toMatch(/tgi-inference:.*tgi3\.2\.3/);
});

test("a ModelBuilder of the SDK v3 fills the form with what it is given", () => {
  const read = importEndpoint(
    `import uuid
from sagemaker.serve import ModelBuilder
from sagemaker.core.inference_config import ServerlessInferenceConfig
from sagemaker.core.training.configs import Compute, Networking

network = Networking(subnets=["subnet-0123456789abcdef0"], security_group_ids=["sg-0123456789abcdef0"])
model_builder = ModelBuilder(
    model="Qwen/Qwen2.5-7B-Instruct",
    role_arn="arn:aws:iam::111122223333:role/other",
    image_uri="${images[0]}",
    env_vars={"HF_TASK": "text-classification", "MAX_INPUT": "512", "HF_TOKEN": os.environ["HF_TOKEN"]},
    compute=Compute(instance_type="ml.c5.2xlarge", instance_count=2),
    network=network,
)
model = model_builder.build(model_name=f"model-{uuid.uuid4()}")
endpoint = model_builder.deploy(endpoint_name="reviews", container_startup_health_check_timeout=300)
`,
    START,
  );
  expect(read).toMatchObject({
    ok: true,
    notes: ["Its Hub token is not in the text: type it again."],
    values: {
      source: "hub",
      hubModelId: "Qwen/Qwen2.5-7B-Instruct",
      task: "text-classification",
      hubTokenFrom: "typed",
      image: images[0],
      environment: [{ name: "MAX_INPUT", value: "512" }],
      instanceType: "ml.c5.2xlarge",
      instanceCount: 2,
      startupTimeoutSeconds: "300",
      endpointName: "reviews",
      executionRoleArn: "arn:aws:iam::111122223333:role/other",
      subnets: "subnet-0123456789abcdef0",
      securityGroups: "sg-0123456789abcdef0",
    },
  });
});

test("a ModelBuilder of an archive, and a serverless one of a short id", () => {
  const archive = importEndpoint(
    `model_builder = ModelBuilder(
    s3_model_data_url={"S3DataSource": {"S3Uri": "s3://bucket/step_10/model.tar.gz", "S3DataType": "S3Prefix"}},
    image_uri="${images[0]}",
    instance_type="ml.m5.xlarge",
)
model_builder.build()
model_builder.deploy(endpoint_name="checkpoint", initial_instance_count=3)`,
    START,
  );
  expect(archive).toMatchObject({
    ok: true,
    notes: [],
    values: { source: "s3", modelDataUrl: "s3://bucket/step_10/model.tar.gz", instanceCount: 3 },
  });
  const serverless = importEndpoint(
    `builder = ModelBuilder(model="gpt2", role_arn=role, model_metadata={"HF_TASK": "text-generation"})
builder.build()
builder.deploy(inference_config=ServerlessInferenceConfig(memory_size_in_mb=4096, max_concurrency=7))`,
    START,
  );
  expect(serverless).toMatchObject({
    ok: true,
    notes: [
      "gpt2 is taken for a model of the Hub. If it is one of JumpStart's, say where that comes from.",
      "It names no container: the newest PyTorch image is set.",
    ],
    values: {
      hubModelId: "gpt2",
      task: "text-generation",
      mode: "serverless",
      serverlessMemoryMb: 4096,
      serverlessMaxConcurrency: 7,
      executionRoleArn: START.executionRoleArn,
    },
  });
});

test("resources of the SDK v3 as people write them are read as well", () => {
  const read = importEndpoint(
    `import boto3
from sagemaker.core.resources import Model, EndpointConfig, Endpoint
from sagemaker.core.shapes import ContainerDefinition, ProductionVariant, ProductionVariantServerlessConfig

region = "eu-west-1"
session = boto3.Session(region_name=region)
name = "reviews"
Model.create(
    model_name=name,
    primary_container=ContainerDefinition(image="${images[0]}", environment={"hf_own": "x", "HF_MODEL_ID": "a/b"}),
    execution_role_arn=get_execution_role(),
    session=session,
)
EndpointConfig.create(
    endpoint_config_name=name,
    production_variants=[
        ProductionVariant(variant_name="AllTraffic", model_name=name, serverless_config=ProductionVariantServerlessConfig(memory_size_in_mb=2048, max_concurrency=5))
    ],
)
Endpoint.create(endpoint_name=name, endpoint_config_name=name)`,
    START,
  );
  expect(read).toMatchObject({
    ok: true,
    notes: ["It was written for eu-west-1; this workspace is in us-east-1."],
    values: {
      endpointName: "reviews",
      hubModelId: "a/b",
      environment: [{ name: "hf_own", value: "x" }],
      mode: "serverless",
      serverlessMemoryMb: 2048,
      serverlessMaxConcurrency: 5,
    },
  });
});

test("a line of the AWS CLI with options is read as well", () => {
  const read = importEndpoint(
    `aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/other \\
  --primary-container Image=${images[0]},ModelDataUrl=s3://bucket/model.tar.gz,Environment={HF_TASK=summarization,MAX_INPUT=512}
aws sagemaker create-endpoint-config --endpoint-config-name c --production-variants \\
  VariantName=main,ModelName=m,InstanceType=ml.c5.2xlarge,InitialInstanceCount=2 --region eu-west-1
aws sagemaker create-endpoint --endpoint-name reviews --endpoint-config-name c --tags Key=team,Value=nlp`,
    START,
  );
  expect(read).toMatchObject({
    ok: true,
    notes: ["It was written for eu-west-1; this workspace is in us-east-1."],
    values: {
      source: "s3",
      modelDataUrl: "s3://bucket/model.tar.gz",
      task: "summarization",
      environment: [{ name: "MAX_INPUT", value: "512" }],
      instanceType: "ml.c5.2xlarge",
      instanceCount: 2,
      variantName: "main",
      endpointName: "reviews",
      tags: [{ key: "team", value: "nlp" }],
      executionRoleArn: "arn:aws:iam::111122223333:role/other",
    },
  });
});

test("the JSON of describe-endpoint-config names its model, of which it says no more", () => {
  const read = importEndpoint(
    JSON.stringify({
      EndpointConfigName: "c",
      EndpointConfigArn: "arn",
      ProductionVariants: [{ VariantName: "v", ModelName: "m", InstanceType: "ml.m5.large", InitialInstanceCount: 3 }],
      CreationTime: "2026-01-01T00:00:00Z",
    }),
    START,
  );
  expect(read).toMatchObject({
    ok: true,
    model: "m",
    values: { variantName: "v", instanceType: "ml.m5.large", instanceCount: 3 },
  });
});

test.each([
  ["", "Paste something first."],
  ["hello", /No model and no endpoint config was found/],
  ["{", /It begins like JSON but cannot be read/],
  ["aws sagemaker create-model --model-name 'm", "A quote (') is left open."],
])("%j says why it cannot be read", (text, reason) => {
  const read = importEndpoint(text, START);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.reason).toMatch(reason);
});
