import "server-only";
import { ApplicationAutoScalingClient } from "@aws-sdk/client-application-auto-scaling";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { IAMClient } from "@aws-sdk/client-iam";
import { S3Client } from "@aws-sdk/client-s3";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { SNSClient } from "@aws-sdk/client-sns";
import { STSClient } from "@aws-sdk/client-sts";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";

import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { MAX_STREAM_MS } from "@/lib/inference/limits";
import type { Workspace } from "@/lib/workspaces/view";

import { noteRequestId } from "./request-ids";

/** The part of a workspace that decides where calls go and with whose rights. */
export type AwsTarget = Pick<Workspace, "id" | "region" | "isEmulator" | "endpointUrl" | "roleArn">;

/**
 * The SDK's own 50 are taken by 50 slow models or open streams, and it reports the next call, which waits for a
 * connection, as one to a network that does not answer.
 */
const CONNECTIONS = { maxSockets: 1_000 };

type Options = ReturnType<typeof options>;
type AnyClient = { middlewareStack: { add: (...args: never[]) => void } };

const clients = new Map<string, unknown>();

export const sagemakerClient = (target: AwsTarget) => client(target, "sagemaker", (o) => new SageMakerClient(o));
// One attempt: an invocation repeated by the SDK runs the model again, is billed again and makes its latency a lie.
export const runtimeClient = (target: AwsTarget) =>
  client(target, "runtime", (o) => new SageMakerRuntimeClient({ ...o, maxAttempts: 1 }));
/** The same for answers that come in pieces: it waits for the first piece as long as SageMaker does. */
export const streamingRuntimeClient = (target: AwsTarget) =>
  client(
    target,
    "runtime-stream",
    (o) =>
      new SageMakerRuntimeClient({
        ...o,
        maxAttempts: 1,
        requestHandler: { ...o.requestHandler, requestTimeout: MAX_STREAM_MS + 5_000 },
      }),
  );
export const autoScalingClient = (target: AwsTarget) =>
  client(target, "autoscaling", (o) => new ApplicationAutoScalingClient(o));
export const cloudWatchClient = (target: AwsTarget) => client(target, "cloudwatch", (o) => new CloudWatchClient(o));
export const logsClient = (target: AwsTarget) => client(target, "logs", (o) => new CloudWatchLogsClient(o));
/** The same for live tails: their host is another one (`stream-…`) on AWS, and the same where an endpoint is given. */
export const liveTailClient = (target: AwsTarget) =>
  client(
    target,
    "logs-live",
    (o) => new CloudWatchLogsClient({ ...o, disableHostPrefix: o.endpoint !== undefined, maxAttempts: 2 }),
  );
export const s3Client = (target: AwsTarget) =>
  client(
    target,
    "s3",
    // People also keep data in buckets of other regions.
    (o) => new S3Client({ ...o, requestChecksumCalculation: "WHEN_REQUIRED", followRegionRedirects: true }),
  );
export const stsClient = (target: AwsTarget) => client(target, "sts", (o) => new STSClient(o));
export const serviceQuotasClient = (target: AwsTarget) =>
  client(target, "service-quotas", (o) => new ServiceQuotasClient(o));
export const snsClient = (target: AwsTarget) => client(target, "sns", (o) => new SNSClient(o));
export const iamClient = (target: AwsTarget) => client(target, "iam", (o) => new IAMClient(o));

/** One client per service and target: they hold the connection pool and the assumed role's credentials. */
export function client<C>(target: AwsTarget, service: string, make: (options: Options) => C): C {
  const key = JSON.stringify([service, target.region, target.isEmulator, target.endpointUrl, target.roleArn]);
  const known = clients.get(key) as C | undefined;
  if (known) return known;
  const made = make(options(target));
  recordRequestIds(made as AnyClient);
  clients.set(key, made);
  return made;
}

function options(target: AwsTarget) {
  return {
    region: target.region,
    endpoint: target.isEmulator ? emulatorUrl() : (target.endpointUrl ?? undefined),
    credentials: credentials(target),
    maxAttempts: 3,
    // No time-out by default in the SDK: a silent network would hang a page for ever. Without the last one it only warns.
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 75_000,
      throwOnRequestTimeout: true,
      httpAgent: CONNECTIONS,
      httpsAgent: CONNECTIONS,
    },
  };
}

/** Where the built-in emulator answers; throws `unavailable` when it does not run. */
export function emulatorUrl(): string {
  const url = env().EMULATOR_URL;
  if (url) return url;
  throw new AppError("unavailable", "The built-in emulator is not running.", {
    hint: "Start the console with `npm start`, without `--aws`, or choose another workspace.",
  });
}

function credentials(target: AwsTarget) {
  // The emulator takes any key; a real key must never be sent to it.
  if (target.isEmulator) return { accessKeyId: "emulator", secretAccessKey: "emulator" };
  if (!target.roleArn) return undefined;
  return fromTemporaryCredentials({
    params: { RoleArn: target.roleArn, RoleSessionName: "huggingface-sagemaker-console" },
    clientConfig: { region: target.region },
  });
}

function recordRequestIds(made: AnyClient): void {
  const middleware = (next: (args: unknown) => Promise<{ output: { $metadata?: { requestId?: string } } }>) => {
    return async (args: unknown) => {
      const result = await next(args);
      noteRequestId(result.output.$metadata?.requestId);
      return result;
    };
  };
  made.middlewareStack.add(middleware as never, { step: "initialize", name: "recordRequestIds" } as never);
}
