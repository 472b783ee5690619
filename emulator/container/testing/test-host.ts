import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBundledModel } from "@/catalog/bundled-models/select.ts";
import { systemClock } from "../../clock.ts";
import type { MetricDatum } from "../../telemetry/telemetry.ts";
import type { ContainerResponse, InvokeOptions, ServingTarget } from "../inference-host.ts";
import { createInferenceHost, type InferenceHostOptions, type LocalInferenceHost } from "../local-inference-host.ts";

export type TestHost = LocalInferenceHost & {
  /** What containers printed, in order. */
  lines: string[];
  /** Metrics that were put, in order. */
  metrics: MetricDatum[];
  /** Invokes a bundled model as an endpoint of its own would. */
  ask(id: string, body: unknown, request?: AskOptions): Promise<ContainerResponse>;
};

export type AskOptions = {
  contentType?: string | null;
  accept?: string | null;
  /** Added to what the container is started with. */
  environment?: Record<string, string>;
  /** The image whose family answers. */
  image?: string;
  onPart?: InvokeOptions["onPart"];
};

/** A host with one process, keeping what containers print. */
export function startTestHost(options: Partial<InferenceHostOptions> = {}): TestHost {
  const lines: string[] = [];
  const metrics: MetricDatum[] = [];
  const host = createInferenceHost({
    cacheDir: mkdtempSync(join(tmpdir(), "models-")),
    objectFile: () => null,
    telemetry: {
      putLog: (_region, _group, _stream, events) => lines.push(...events.map((event) => event.message)),
      putMetric: (_region, datum) => void metrics.push(datum),
    },
    clock: systemClock,
    processes: 1,
    ...options,
  });
  return {
    ...host,
    lines,
    metrics,
    ask: (
      id,
      body,
      { contentType = "application/json", accept = null, environment = {}, image = "image", onPart } = {},
    ) =>
      host.invoke(
        { ...bundledTarget(id, id, environment), image },
        {
          contentType,
          accept,
          customAttributes: null,
          body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
        },
        { onPart },
      ),
  };
}

/** A container with a bundled model, for an endpoint of the given name. */
export function bundledTarget(id: string, endpointName = id, environment: Record<string, string> = {}): ServingTarget {
  const hubId = `bundled/${id}`;
  return {
    region: "us-east-1",
    endpointName,
    variantName: "AllTraffic",
    image: "image",
    modelDataUrl: null,
    environment: {
      HF_MODEL_ID: hubId,
      HF_TASK: findBundledModel(hubId)?.task ?? "text-classification",
      ...environment,
    },
  };
}

export function json(response: ContainerResponse): unknown {
  return JSON.parse(response.body.toString("utf8"));
}
