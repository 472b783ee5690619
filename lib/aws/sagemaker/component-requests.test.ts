import { expect, test } from "vitest";

import { componentCalls } from "./component-requests";

const HOST = { EndpointName: "shared", VariantName: "AllTraffic" };

test("an adapter comes after its base, without a variant and copies of its own", () => {
  const adapter = {
    ...HOST,
    InferenceComponentName: "adapter",
    Specification: { BaseInferenceComponentName: "base", Container: { ArtifactUrl: "s3://bucket/adapter.tar.gz" } },
    RuntimeConfig: { DesiredCopyCount: 1, CurrentCopyCount: 1 },
  };
  const base = {
    ...HOST,
    InferenceComponentName: "base",
    Specification: {
      Container: { DeployedImage: { SpecifiedImage: "image:1", ResolvedImage: "image@sha256:0" } },
      ComputeResourceRequirements: { MinMemoryRequiredInMb: 512 },
    },
    RuntimeConfig: { DesiredCopyCount: 2, CurrentCopyCount: 1 },
  };
  expect(componentCalls([adapter, base]).map(({ operation, input }) => ({ [operation]: input }))).toStrictEqual([
    {
      CreateInferenceComponent: {
        ...HOST,
        InferenceComponentName: "base",
        Specification: {
          Container: { Image: "image:1" },
          ComputeResourceRequirements: { MinMemoryRequiredInMb: 512 },
        },
        RuntimeConfig: { CopyCount: 2 },
      },
    },
    {
      CreateInferenceComponent: {
        InferenceComponentName: "adapter",
        EndpointName: "shared",
        Specification: adapter.Specification,
      },
    },
  ]);
});

test("specifications by instance type are kept as they are", () => {
  const specification = (InstanceType: "ml.g5.xlarge" | "ml.g6.xlarge") => ({ InstanceType, ModelName: InstanceType });
  const Specifications = [specification("ml.g5.xlarge"), specification("ml.g6.xlarge")];
  const [call] = componentCalls([{ ...HOST, InferenceComponentName: "pooled", Specifications }]);
  expect(call?.input).toMatchObject({ Specifications, RuntimeConfig: { CopyCount: 1 } });
});
