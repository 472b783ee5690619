import autoscaling from "./application-autoscaling.data.json" with { type: "json" };
import cloudwatch from "./cloudwatch.data.json" with { type: "json" };
import iam from "./iam.data.json" with { type: "json" };
import logs from "./logs.data.json" with { type: "json" };
import pricing from "./pricing.data.json" with { type: "json" };
import sagemaker from "./sagemaker.data.json" with { type: "json" };
import sagemakerRuntime from "./sagemaker-runtime.data.json" with { type: "json" };
import serviceQuotas from "./service-quotas.data.json" with { type: "json" };
import sns from "./sns.data.json" with { type: "json" };
import sts from "./sts.data.json" with { type: "json" };

/**
 * One shape of an AWS service model, in short: `t` is S structure, l list, m map, s string, i int, L long, f float,
 * d double, b boolean, T timestamp, B blob.
 */
export type Shape = {
  t: string;
  /** Required members of a structure. */
  req?: string[];
  /** Members of a structure: name -> shape name. */
  m?: Record<string, string>;
  /** Item of a list; key and value of a map. */
  of?: string;
  k?: string;
  v?: string;
  min?: number;
  max?: number;
  pat?: string;
  enum?: string[];
  union?: number;
  /** HTTP status and, in the query protocol, the code of an error. */
  err?: number;
  code?: string;
};

export type ServiceModel = {
  operations: Record<string, { in?: string; out?: string }>;
  shapes: Record<string, Shape>;
};

const models: Record<string, unknown> = {
  sagemaker,
  "sagemaker-runtime": sagemakerRuntime,
  cloudwatch,
  logs,
  sns,
  sts,
  iam,
  pricing,
  "service-quotas": serviceQuotas,
  "application-autoscaling": autoscaling,
};

/** The constraints of a service by its id (`sagemaker`, `logs`, …); undefined for one without a file here. */
export function serviceModel(id: string): ServiceModel | undefined {
  return models[id] as ServiceModel | undefined;
}
