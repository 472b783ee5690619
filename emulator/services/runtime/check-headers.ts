import { serviceModel } from "../../constraints/shapes.ts";
import { validateInput } from "../../constraints/validate.ts";
import type { AwsRequest } from "../../protocol/aws-request.ts";
import { header } from "./header.ts";

/** The inference component that a request is for. */
export const COMPONENT_HEADER = "x-amzn-sagemaker-inference-component";

/** Members of InvokeEndpoint that travel as headers. */
const HEADERS = {
  CustomAttributes: "x-amzn-sagemaker-custom-attributes",
  TargetModel: "x-amzn-sagemaker-target-model",
  TargetVariant: "x-amzn-sagemaker-target-variant",
  TargetContainerHostname: "x-amzn-sagemaker-target-container-hostname",
  InferenceComponentName: COMPONENT_HEADER,
  InferenceId: "x-amzn-sagemaker-inference-id",
  EnableExplanations: "x-amzn-sagemaker-enable-explanations",
};

/** Checks the name and the headers by AWS's constraints. The body is not there yet: a bad request need not be read. */
export function checkHeaders({ req }: AwsRequest, endpointName: string): void {
  const model = serviceModel("sagemaker-runtime");
  if (!model) return;
  const members = Object.entries(HEADERS).flatMap(([name, key]) => {
    const value = header(req.headers[key]);
    return value === null ? [] : [[name, value]];
  });
  const input = { EndpointName: endpointName, Body: "", ...Object.fromEntries(members) };
  validateInput(model, "InvokeEndpointInput", input, "ValidationError");
}
