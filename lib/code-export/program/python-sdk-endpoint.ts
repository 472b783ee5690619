import type { RecipeCall } from "@/lib/recipes/view";

import { Expression, type PythonValue, pythonArguments, toPython } from "../python-literal";
import { makingOf } from "./calls-of";
import { componentsToAwait } from "./components";
import { pythonCall, scalingCode, secretImports, unmasked } from "./python-requests";
import { SDK_V2 } from "./python-sdk-estimator";
import type { ProgramExport } from "./view";

/**
 * An endpoint with the session of the SageMaker Python SDK v2, which takes containers and variants of any number as AWS
 * names them. The SDK names the configuration after the endpoint. Scaling and alarms are sent by boto3.
 */
export function pythonSdkEndpoint(wanted: ProgramExport): string {
  const calls = makingOf(wanted);
  const rest = calls.filter(({ service, operation }) => service !== "sagemaker" || operation.startsWith("Update"));
  const components = calls.filter(({ operation }) => operation === "CreateInferenceComponent");
  const uses = (service: string) => rest.some((call) => call.service === service);
  const client = (name: string, service: string) => `${name} = session.boto_session.client(${JSON.stringify(service)})`;
  const parts = [
    [
      `session = sagemaker.Session(boto3.Session(region_name=${JSON.stringify(wanted.region)}))`,
      ...(uses("sagemaker") ? ["sagemaker_client = session.sagemaker_client"] : []),
      ...(uses("application-autoscaling") ? [client("autoscaling", "application-autoscaling")] : []),
      ...(uses("cloudwatch") ? [client("cloudwatch", "cloudwatch")] : []),
    ].join("\n"),
    ...calls.filter(({ operation }) => operation === "CreateModel").map(modelCode),
    endpointCode(calls),
    ...components.map((call) => [componentCode(call), ...componentWait(calls, call)].join("\n")),
    scalingCode(rest).replaceAll("sagemaker.update_", "sagemaker_client.update_"),
  ];
  const imports = [...secretImports(calls), "", "import boto3", "import sagemaker"].join("\n").trim();
  return `# pip install "sagemaker==${SDK_V2}"\n${[imports, ...parts].filter(Boolean).join("\n\n")}\n`;
}

function modelCode({ input }: RecipeCall): string {
  const { ModelName, ExecutionRoleArn, PrimaryContainer, Containers, VpcConfig, EnableNetworkIsolation, Tags } =
    python(input);
  const values = {
    name: ModelName,
    role: ExecutionRoleArn,
    container_defs: PrimaryContainer ?? Containers,
    vpc_config: VpcConfig,
    enable_network_isolation: EnableNetworkIsolation,
    tags: Tags,
  };
  return `session.create_model(\n${pythonArguments(values)}\n)`;
}

function endpointCode(calls: readonly RecipeCall[]): string {
  const of = (operation: string) => python(calls.find((call) => call.operation === operation)?.input ?? {});
  const config = of("CreateEndpointConfig");
  const endpoint = of("CreateEndpoint");
  if (config.ShadowProductionVariants || endpoint.DeploymentConfig) return bySession(calls);
  const values = {
    name: endpoint.EndpointName,
    production_variants: config.ProductionVariants,
    tags: endpoint.Tags,
    kms_key: config.KmsKeyId,
    data_capture_config_dict: config.DataCaptureConfig,
    async_inference_config_dict: config.AsyncInferenceConfig,
    vpc_config: config.VpcConfig,
    enable_network_isolation: config.EnableNetworkIsolation,
    // What hosts inference components has its role in the configuration.
    role: config.ExecutionRoleArn,
  };
  return `session.endpoint_from_production_variants(\n${pythonArguments(values)}\n)`;
}

/** The SDK's own function knows neither shadow variants nor deployment settings: its client for SageMaker does. */
function bySession(calls: readonly RecipeCall[]): string {
  const made = calls.filter(({ operation }) => /^CreateEndpoint(Config)?$/.test(operation));
  const name = JSON.stringify(made.map(({ input }) => ("EndpointName" in input ? input.EndpointName : null)).at(-1));
  const code = made.map((call) => pythonCall("session.sagemaker_client", call)).join("\n");
  return `${code}\nsession.wait_for_endpoint(${name})`;
}

/** The SDK's own function asks for a variant and one specification; its client for SageMaker takes adapters and more. */
function componentCode(call: RecipeCall): string {
  const { InferenceComponentName, EndpointName, VariantName, Specification, RuntimeConfig, Tags } = python(call.input);
  if (!VariantName || !Specification) return pythonCall("session.sagemaker_client", call);
  const values = {
    inference_component_name: InferenceComponentName,
    endpoint_name: EndpointName,
    variant_name: VariantName,
    specification: Specification,
    runtime_config: RuntimeConfig,
    tags: Tags,
    wait: false,
  };
  return `session.create_inference_component(\n${pythonArguments(values)}\n)`;
}

function componentWait(calls: readonly RecipeCall[], call: RecipeCall): string[] {
  const names = componentsToAwait(calls).get(call) ?? [];
  return names.map((name) => `session.wait_for_inference_component(${JSON.stringify(name)})`);
}

function python(input: object): Record<string, PythonValue | undefined> {
  const value = unmasked(toPython(input as Parameters<typeof toPython>[0]));
  return value instanceof Expression ? {} : (value as Record<string, PythonValue>);
}
