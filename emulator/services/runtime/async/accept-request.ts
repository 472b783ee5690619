import { randomUUID } from "node:crypto";
import { serviceModel } from "../../../constraints/shapes.ts";
import { validateInput } from "../../../constraints/validate.ts";
import { ACCOUNT_ID } from "../../../context.ts";
import type { AwsRequest } from "../../../protocol/aws-request.ts";
import { Fault } from "../../../protocol/fault.ts";
import { chooseVariant } from "../choose-variant.ts";
import { header } from "../header.ts";
import { readPayload } from "../read-payload.ts";
import type { FindServing } from "../serving-endpoint.ts";
import { type AsyncRequest, DEFAULT_TIMEOUT_SECONDS, DEFAULT_TTL_SECONDS } from "./async-request.ts";
import { failureLocation, outputLocation, readPlace } from "./locations.ts";

/** AsyncBodyBlob of the API model. */
export const MAX_INLINE_BYTES = 128_000;

const TEXTS = {
  ContentType: "x-amzn-sagemaker-content-type",
  Accept: "x-amzn-sagemaker-accept",
  CustomAttributes: "x-amzn-sagemaker-custom-attributes",
  InferenceId: "x-amzn-sagemaker-inference-id",
  InputLocation: "x-amzn-sagemaker-inputlocation",
  S3OutputPathExtension: "x-amzn-sagemaker-s3outputpathextension",
  Filename: "x-amzn-sagemaker-filename",
} as const;
const NUMBERS = {
  RequestTTLSeconds: "x-amzn-sagemaker-requestttlseconds",
  InvocationTimeoutSeconds: "x-amzn-sagemaker-invocationtimeoutseconds",
} as const;

export type Accepted = { request: AsyncRequest; body: Buffer | null };

/** Checks an InvokeEndpointAsync and says what is to be done; throws ValidationError in the caller's own time. */
export async function acceptRequest(
  { req, region, id: requestId }: AwsRequest,
  endpointName: string,
  findServing: FindServing,
  now: number,
): Promise<Accepted> {
  const texts = readTexts(req.headers);
  const numbers = readNumbers(req.headers);
  const model = serviceModel("sagemaker-runtime");
  if (model) {
    const input = { EndpointName: endpointName, ...texts, ...numbers };
    validateInput(model, "InvokeEndpointAsyncInput", input, "ValidationError");
  }
  const payload = await readPayload(req, requestId, MAX_INLINE_BYTES);
  if (payload.length > 0 === (texts.InputLocation !== undefined)) throw refusal(ONE_INPUT);
  if (texts.InputLocation !== undefined && !readPlace(texts.InputLocation)?.key) throw refusal(NO_OBJECT);

  const endpoint = findServing(region, endpointName);
  if (!endpoint) throw refusal(`Endpoint ${endpointName} of account ${ACCOUNT_ID} not found.`);
  if (!endpoint.asyncInference) {
    throw refusal(
      `Endpoint ${endpointName} of account ${ACCOUNT_ID} has no AsyncInferenceConfig. Use InvokeEndpoint for it.`,
    );
  }
  const { S3OutputPath, S3FailurePath } = endpoint.asyncInference.OutputConfig;
  const unique = randomUUID();
  const place = { extension: texts.S3OutputPathExtension ?? null, fileName: texts.Filename ?? null, unique };
  return {
    body: payload.length > 0 ? payload : null,
    request: {
      inferenceId: texts.InferenceId ?? randomUUID(),
      region,
      endpointName,
      variantName: chooseVariant(endpoint, null).name,
      input: texts.InputLocation ? { type: "s3", location: texts.InputLocation } : { type: "inline" },
      contentType: texts.ContentType ?? null,
      accept: texts.Accept ?? null,
      customAttributes: texts.CustomAttributes ?? null,
      outputLocation: outputLocation({ base: S3OutputPath ?? defaultOutput(region), ...place }),
      failureLocation: S3FailurePath ? failureLocation({ base: S3FailurePath, ...place }) : null,
      receivedAt: now,
      ttlMs: (numbers.RequestTTLSeconds ?? DEFAULT_TTL_SECONDS) * 1000,
      timeoutMs: (numbers.InvocationTimeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    },
  };
}

type Headers = AwsRequest["req"]["headers"];

function readTexts(headers: Headers): Partial<Record<keyof typeof TEXTS, string>> {
  const entries = Object.entries(TEXTS).flatMap(([name, key]) => {
    const value = header(headers[key]);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function readNumbers(headers: Headers): Partial<Record<keyof typeof NUMBERS, number>> {
  const entries = Object.entries(NUMBERS).flatMap(([name, key]) => {
    const value = header(headers[key]);
    if (value === null) return [];
    if (!/^-?\d+$/.test(value)) throw refusal(`${name} must be a whole number of seconds.`);
    return [[name, Number(value)]];
  });
  return Object.fromEntries(entries);
}

/** Where answers go when the configuration names no path: the default bucket of the Python SDK. */
function defaultOutput(region: string): string {
  return `s3://sagemaker-${region}-${ACCOUNT_ID}/async-endpoint-outputs`;
}

const refusal = (message: string): Fault => new Fault("ValidationError", message);
/** The rule is AWS's, the wording the emulator's. */
const ONE_INPUT = "Exactly one of InputLocation and Body must be given.";
const NO_OBJECT = "InputLocation must name an object: s3://bucket/key.";
