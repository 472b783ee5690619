import { py } from "./boto3";
import { pythonLiteral } from "./json-literal";
import { answersJson, type SnippetRequest, type SnippetTarget } from "./snippet";

/**
 * With the SageMaker Python SDK, version 2: 3 has no predictors. Checked by reading its `base_predictor.py`, which sends
 * the serializer's content type and the deserializer's accept, and takes the rest as arguments of `predict`.
 */
export function sagemakerSdk(target: SnippetTarget, request: SnippetRequest): string {
  const isJson = "json" in request.body;
  const isPlain = isJson && request.contentType === "application/json" && answersJson(request);
  const data = "json" in request.body ? pythonLiteral(request.body.json, "    ") : fileData(request.body.file);
  return `# pip install "sagemaker<3"
import boto3
import sagemaker
${isPlain ? "from sagemaker.huggingface import HuggingFacePredictor\n" : PREDICTOR}
session = sagemaker.Session(
    boto_session=boto3.Session(region_name=${py(target.region)})${runtimeClient(target)}
)
predictor = ${isPlain ? plain(target) : general(target, request)}
${run(data, request)}`;
}

const PREDICTOR = `from sagemaker.deserializers import BytesDeserializer, JSONDeserializer
from sagemaker.predictor import Predictor
from sagemaker.serializers import IdentitySerializer, JSONSerializer
`;

function runtimeClient({ region, endpointUrl }: SnippetTarget): string {
  if (!endpointUrl) return "";
  return `,
    sagemaker_runtime_client=boto3.client(
        "sagemaker-runtime", region_name=${py(region)}, endpoint_url=${py(endpointUrl)}
    )`;
}

function plain({ endpointName }: SnippetTarget): string {
  return `HuggingFacePredictor(${py(endpointName)}, sagemaker_session=session)`;
}

function general({ endpointName }: SnippetTarget, request: SnippetRequest): string {
  const type = `content_type=${py(request.contentType)}`;
  const accept = `accept=${py(request.accept)}`;
  return `Predictor(
    ${py(endpointName)},
    sagemaker_session=session,
    serializer=${"json" in request.body ? `JSONSerializer(${type})` : `IdentitySerializer(${type})`},
    deserializer=${answersJson(request) ? `JSONDeserializer(${accept})` : `BytesDeserializer(${accept})`},
)`;
}

function run(data: string, request: SnippetRequest): string {
  const all = {
    target_variant: request.variant,
    inference_id: request.inferenceId,
    custom_attributes: request.customAttributes,
    component_name: request.component,
  };
  const named = Object.entries(all).flatMap(([name, value]) => (value ? [`, ${name}=${py(value)}`] : []));
  const call = `${data}${named.join("")}`;
  if (!request.isStreamed) return `print(predictor.predict(${call}))\n`;
  return `# Needs sagemaker 2.192 or newer.
for piece in predictor.predict_stream(${call}):
    print(piece.decode(errors="replace"), end="", flush=True)
`;
}

function fileData(file: string): string {
  return `open(${py(file)}, "rb").read()`;
}
