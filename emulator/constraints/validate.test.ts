import { expect, test } from "vitest";
import { serviceModel } from "./shapes.ts";
import { validateInput } from "./validate.ts";

const VARIANT = {
  VariantName: "AllTraffic",
  ModelName: "m",
  InitialInstanceCount: 1,
  InstanceType: "ml.g5.xlarge",
};

function problem(operation: string, input: unknown): string | null {
  const model = serviceModel("sagemaker");
  if (!model) throw new Error("No constraints of SageMaker.");
  try {
    validateInput(model, model.operations[operation]?.in ?? "", input, "ValidationException");
    return null;
  } catch (cause) {
    return `${(cause as { type?: string }).type}: ${(cause as Error).message}`;
  }
}

test("a fit request passes", () => {
  expect(problem("CreateEndpointConfig", { EndpointConfigName: "ok", ProductionVariants: [VARIANT] })).toBeNull();
});

test("a misfit deep inside is named by its path, as AWS does", () => {
  const variants = [{ ...VARIANT, ModelName: "ENTER MODEL NAME" }];
  expect(problem("CreateEndpointConfig", { EndpointConfigName: "ok", ProductionVariants: variants })).toBe(
    "ValidationException: 1 validation error detected: Value 'ENTER MODEL NAME' at 'productionVariants.1.member.modelName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?",
  );
});

test("several misfits are counted and joined", () => {
  expect(problem("CreateModel", { ModelName: "a".repeat(64), ExecutionRoleArn: "arn:aws:iam::1:user/someone" })).toBe(
    `ValidationException: 2 validation errors detected: Value '${"a".repeat(64)}' at 'modelName' failed to satisfy constraint: Member must have length less than or equal to 63; Value 'arn:aws:iam::1:user/someone' at 'executionRoleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+`,
  );
});

test("a required member that is absent or null is named", () => {
  const expected =
    "ValidationException: 1 validation error detected: Value null at 'endpointConfigName' failed to satisfy constraint: Member must not be null";
  expect(problem("CreateEndpoint", { EndpointName: "e" })).toBe(expected);
  expect(problem("CreateEndpoint", { EndpointName: "e", EndpointConfigName: null })).toBe(expected);
});

test("numbers have bounds and enumerations their values", () => {
  expect(problem("ListEndpoints", { MaxResults: 101 })).toContain(
    "Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100",
  );
  expect(problem("ListEndpoints", { StatusEquals: "Gone" })).toContain(
    "Value 'Gone' at 'statusEquals' failed to satisfy constraint: Member must satisfy enum value set: [OutOfService, Creating,",
  );
});

test("a value of the wrong type cannot be read", () => {
  expect(problem("CreateModel", { ModelName: 5 })).toBe(
    "SerializationException: modelName could not be read: expected STRING_VALUE.",
  );
  expect(problem("ListEndpoints", { MaxResults: 1.5 })).toBe(
    "SerializationException: maxResults could not be read: expected an integer.",
  );
  expect(problem("CreateModel", [])).toContain("SerializationException");
});

test("members of lists, maps and their keys are checked", () => {
  const container = { Image: "image", Environment: { "bad key": "x" } };
  expect(problem("CreateModel", { ModelName: "m", PrimaryContainer: container })).toContain(
    "Value 'bad key' at 'primaryContainer.environment.key' failed to satisfy constraint",
  );
});
