import { z } from "zod";

import { environmentRow, ImageUri, optionalInt, ResourceName, repeats, s3Uri } from "@/lib/fields/aws-fields";

/** InferenceComponentName of SageMaker's service model, over the whole string; unlike other names it may have `--`. */
export const ComponentName = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(63, "Use at most 63 characters.")
  .regex(
    /^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/,
    "Use letters, digits and hyphens; begin and end with a letter or digit.",
  );

/** Where copies come from: a SageMaker model that is there, or a container with an archive of its own. */
export const COMPONENT_SOURCES = ["model", "container"] as const;
const ArtifactUri = s3Uri("s3://bucket/path/model.tar.gz");

const number = (min: number, message: string) => z.coerce.number<number | string>("Enter a number.").min(min, message);
const copies = z.coerce
  .number<number | string>("Enter a number.")
  .int("Enter a whole number.")
  .max(1_000, "At most 1,000 copies.");

const SpecificationFields = {
  source: z.enum(COMPONENT_SOURCES),
  modelName: z.string().trim(),
  image: z.string().trim(),
  artifactUrl: z.union([z.literal(""), ArtifactUri]),
  environment: z.array(environmentRow(() => false, 1024)).max(100, "SageMaker takes at most 100 variables."),
  /** Names of hidden variables that a component has and that stay as they are; only in an update. */
  keptSecrets: z.array(z.string().max(1024)).max(100),
  /** NumberOfCpuCores: from a quarter of one. */
  cpuCores: number(0.25, "At least a quarter of a core."),
  /** NumberOfAcceleratorDevices; empty: none. */
  accelerators: optionalInt(1, 64, "accelerators"),
  /** MemoryInMb. */
  minMemoryMb: number(128, "At least 128 MB.").int("Enter a whole number."),
  maxMemoryMb: optionalInt(128, 100_000_000, "MB"),
  downloadTimeoutSeconds: optionalInt(60, 3600, "seconds"),
  startupTimeoutSeconds: optionalInt(60, 3600, "seconds"),
};
type SpecificationInput = z.output<z.ZodObject<typeof SpecificationFields>>;

function checkSpecification(input: SpecificationInput, context: z.RefinementCtx): void {
  const say = (path: string | (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path: [path].flat(), message });
  if (input.source === "model") {
    const name = ResourceName.safeParse(input.modelName);
    if (!name.success) say("modelName", input.modelName ? (name.error.issues[0]?.message ?? "") : "Choose a model.");
  } else {
    const image = ImageUri.safeParse(input.image);
    if (!image.success) say("image", image.error.issues[0]?.message ?? "");
  }
  if (input.maxMemoryMb && Number(input.maxMemoryMb) < input.minMemoryMb) {
    say("maxMemoryMb", "Not below the memory that each copy needs.");
  }
  for (const index of repeats(input.environment.map((row) => row.name))) {
    say(["environment", index, "name"], "This variable is already above.");
  }
}

/** A component to make on an endpoint. */
export const CreateComponentInput = z
  .object({
    endpoint: ResourceName,
    variant: ResourceName,
    name: ComponentName,
    /** SageMaker refuses to begin with none: "copy count an integer larger than 0". */
    copies: copies.min(1, "A component begins with one copy at least; it can go to zero once it is in service."),
    ...SpecificationFields,
  })
  .superRefine(checkSpecification);
export type CreateComponentInput = z.output<typeof CreateComponentInput>;
/** What the form holds: numbers may still be text. */
export type ComponentFormValues = z.input<typeof CreateComponentInput>;

/** Another specification for a component. */
export const UpdateComponentInput = z
  .object({ name: ComponentName, ...SpecificationFields })
  .superRefine(checkSpecification);
export type UpdateComponentInput = z.output<typeof UpdateComponentInput>;

export const SetCopiesInput = z.object({ name: ComponentName, copies: copies.min(0, "Zero or more.") });
export type SetCopiesInput = z.output<typeof SetCopiesInput>;

/** Components of one endpoint to delete. */
export const DeleteComponentsInput = z.object({ names: z.array(ComponentName).min(1).max(1_000) });
export type DeleteComponentsInput = z.output<typeof DeleteComponentsInput>;
