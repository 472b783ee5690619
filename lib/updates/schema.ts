import { z } from "zod";

import {
  environmentRow,
  ImageUri,
  InstanceTypeName,
  instanceCount,
  optionalInt,
  ResourceName,
  repeats,
  s3Uri,
} from "@/lib/fields/aws-fields";
import { SOURCE_VARIABLES } from "./run-view";
import { plannedWaitSeconds, StrategyFields, strategyRefusal } from "./strategy";

const weight = z.coerce
  .number<number | string>("Enter a number.")
  .min(0, "Zero or more.")
  .max(1_000_000, "At most 1,000,000.");

const isSourceVariable = (name: string) => SOURCE_VARIABLES.some((source) => source === name);

const VariantWish = z
  .object({
    name: ResourceName,
    isShadow: z.boolean(),
    /** The running variant whose model this one starts from. */
    basedOn: z.string(),
    source: z.string().trim().max(1024, "Use at most 1,024 characters."),
    revision: z.string().trim().max(255, "Use at most 255 characters."),
    image: ImageUri,
    environment: z.array(environmentRow(isSourceVariable, 1024)).max(90, "SageMaker takes at most 100 variables."),
    /** Names of hidden variables that stay as they are. */
    keptSecrets: z.array(z.string()),
    /** Null: serverless. */
    instanceType: z.union([z.null(), InstanceTypeName]),
    instanceCount: instanceCount(1000),
    weight,
    serverlessMemoryMiB: z.coerce.number<number | string>().int().min(1024).max(6144),
    serverlessMaxConcurrency: z.coerce.number<number | string>().int().min(1, "At least 1.").max(200, "At most 200."),
  })
  .superRefine(({ source, environment }, context) => {
    if (source.startsWith("s3://") && !s3Uri("").safeParse(source).success) {
      context.addIssue({ code: "custom", path: ["source"], message: "Write it as s3://bucket/path/model.tar.gz." });
    }
    for (const index of repeats(environment.map((row) => row.name))) {
      context.addIssue({
        code: "custom",
        path: ["environment", index, "name"],
        message: "This variable is already above.",
      });
    }
  });
export type VariantWish = z.output<typeof VariantWish>;

const RETAINED = ["DesiredInstanceCount", "DesiredWeight", "DataCaptureConfig"] as const;

const UpdateFields = z.object({
  /** Made by the browser at each review: sending the form twice starts one update. */
  requestId: z.uuid("Reload the page and try again."),
  stampedAt: z.iso.datetime("Open the review again."),
  endpointName: ResourceName,
  /** The configuration that the form started from. */
  baseConfig: ResourceName,
  /** Names, kinds and machines that run, for the rules between what runs and what is wished. */
  running: z.array(
    z.object({
      name: z.string(),
      isShadow: z.boolean(),
      serverless: z.nullable(z.object({})),
      instanceType: z.nullable(z.string()),
    }),
  ),
  variants: z.array(VariantWish).min(1, "Keep at least one variant.").max(10, "SageMaker takes at most 10 variants."),
  dataCaptureUri: z.union([z.literal(""), s3Uri("s3://bucket/prefix")]),
  dataCapturePercent: optionalInt(1, 100, "percent"),
  /** Counts and weights that were set since stay (RetainAllVariantProperties). */
  retain: z.boolean(),
  /** What of them is taken from this form all the same. */
  notRetained: z.array(z.enum(RETAINED)),
  ...StrategyFields,
});

/** A change of what an endpoint runs, and how it is carried out. */
export const UpdateInput = UpdateFields.superRefine((input, context) => {
  const say = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  for (const index of repeats(input.variants.map(({ name }) => name))) {
    say(["variants", index, "name"], "Another variant has this name.");
  }
  const production = input.variants.filter(({ isShadow }) => !isShadow);
  if (input.variants.length > production.length && (production.length !== 1 || input.variants.length !== 2)) {
    say(["variants"], "A shadow test has exactly one production variant and one shadow variant.");
  }
  if (production.every((variant) => variant.weight === 0)) {
    say(["variants", 0, "weight"], "At least one variant needs a weight above 0.");
  }
  if (input.dataCapturePercent && !input.dataCaptureUri) say(["dataCaptureUri"], "Say where captured requests go.");
  const after = input.variants.map((each) => ({ ...each, serverless: each.instanceType === null ? {} : null }));
  const refusal = strategyRefusal(input.strategy, input.running, after);
  if (refusal) say(["strategy"], refusal);
  if (input.timeoutSeconds && Number(input.timeoutSeconds) <= plannedWaitSeconds(input)) {
    say(["timeoutSeconds"], `Give more than the waiting times themselves, ${plannedWaitSeconds(input)} seconds.`);
  }
});
export type UpdateInput = z.output<typeof UpdateInput>;
/** What the form holds: numbers may still be text. */
export type UpdateFormValues = z.input<typeof UpdateInput>;

/** Going back to a configuration that exists. */
export const ReturnInput = z.object({
  requestId: z.uuid("Reload the page and try again."),
  endpointName: ResourceName,
  configName: ResourceName,
});
export type ReturnInput = z.output<typeof ReturnInput>;

export const StopInput = z.object({ endpointName: ResourceName });
export type StopInput = z.output<typeof StopInput>;
