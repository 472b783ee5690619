import { type ParsedUri, parseImageUri } from "@/catalog/containers/image-uri";
import type { InstanceType } from "@/catalog/instance-types/schema";
import { instanceTypeById } from "@/catalog/instance-types/select";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** The form's values with what follows from them without looking anything up. */
export type PreflightPlan = {
  values: DeployFormValues;
  region: string;
  parsed: ParsedUri;
  instance: InstanceType | null;
  environment: Record<string, string>;
};

/** A plan of the form as it is filled in. */
export function planOf(values: DeployFormValues, region: string): PreflightPlan {
  return {
    values,
    region,
    parsed: parseImageUri(values.image),
    instance: values.mode === "serverless" ? null : instanceTypeById(values.instanceType),
    environment: Object.fromEntries(values.environment.map(({ name, value }) => [name, value])),
  };
}
