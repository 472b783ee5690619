import { z } from "zod";

export const ContainerUse = z.enum(["inference", "training"]);
export type ContainerUse = z.output<typeof ContainerUse>;

export const ContainerFamily = z.enum([
  "huggingface",
  "tgi",
  "tei",
  "vllm",
  "sglang",
  "vllm-omni",
  "llamacpp",
  "neuronx",
  "tgi-neuronx",
  "vllm-neuronx",
  "neuron",
  "training-compiler",
]);
export type ContainerFamily = z.output<typeof ContainerFamily>;

export const ContainerFramework = z.enum(["pytorch", "tensorflow", "vllm", "sglang", "vllm-omni", "llama-cpp"]);
export type ContainerFramework = z.output<typeof ContainerFramework>;

export const ContainerDevice = z.enum(["cpu", "gpu", "inferentia", "inferentia2", "trainium"]);
export type ContainerDevice = z.output<typeof ContainerDevice>;

/** Who says that an image exists: the Hugging Face reference page, the SageMaker Python SDK, AWS's container repository. */
export const ContainerSource = z.enum(["reference", "sdk", "aws"]);
export type ContainerSource = z.output<typeof ContainerSource>;

/** How far AWS's container repository had come with an image that the SDK lacks. */
export const NewerStatus = z.enum(["listed", "released", "planned", "branch", "removed"]);
export type NewerStatus = z.output<typeof NewerStatus>;

export const ReferenceTable = z.enum(["training", "inference"]);
export type ReferenceTable = z.output<typeof ReferenceTable>;

/** One image: a repository and a tag, the same in every region that holds it. */
export const Container = z.object({
  /** `repository:tag`, the name that never changes. */
  id: z.string().regex(/^[a-z0-9-]+:[a-z0-9.-]+$/),
  family: ContainerFamily,
  use: ContainerUse,
  framework: ContainerFramework,
  frameworkVersion: z.string().min(1),
  /** null: the tag does not name one. */
  transformersVersion: z.string().nullable(),
  /** Version of the server inside (TGI, TEI, Optimum Neuron) where it is not the framework's. */
  engineVersion: z.string().nullable(),
  device: ContainerDevice,
  pythonVersion: z.string().nullable(),
  repository: z.string().min(1),
  tag: z.string().min(1),
  /** The tag that the SDK builds from short version numbers; null: there is none. */
  shortTag: z.string().nullable(),
  /** Short version numbers that the SDK takes. */
  aliases: z.object({
    transformers: z.array(z.string()),
    framework: z.array(z.string()),
    version: z.array(z.string()),
  }),
  datasetsVersion: z.string().nullable(),
  /** Key of registries.data.json: the regions that hold it. */
  registrySet: z.string().min(1),
  /** No source says which regions hold it; those of its newest neighbour in the repository are shown. */
  isRegistrySetAssumed: z.boolean(),
  sources: z.array(ContainerSource).min(1),
  referenceRow: z.object({ table: ReferenceTable, row: z.number().int().positive() }).nullable(),
  /** How the SageMaker SDK is asked for it; null: the SDK does not know it. */
  sdk: z.object({ framework: z.string().min(1), canBuild: z.boolean() }).nullable(),
  /** First and last day on which AWS's container repository named the tag. */
  seenByAws: z.object({ first: z.iso.date(), last: z.iso.date() }).nullable(),
  status: NewerStatus.nullable(),
});
export type Container = z.output<typeof Container>;

/** Region to account of the registry, per set of regions. */
export const RegistrySets = z.record(z.string(), z.record(z.string(), z.string().regex(/^\d{12}$/)));
export type RegistrySets = z.output<typeof RegistrySets>;

/** A row of the reference page, cell for cell. */
export const ReferenceRow = z.object({
  table: ReferenceTable,
  row: z.number().int().positive(),
  transformers: z.string(),
  datasets: z.string().nullable(),
  framework: z.string(),
  frameworkVersion: z.string(),
  /** As the page has it, in Chinese: the page was read in its Chinese translation. */
  type: z.string(),
  device: z.string(),
  python: z.string(),
  containerId: z.string(),
});
export type ReferenceRow = z.output<typeof ReferenceRow>;

/** Two sources disagree about an image. */
export const Contradiction = z.object({ containerId: z.string(), otherId: z.string(), text: z.string().min(1) });
export type Contradiction = z.output<typeof Contradiction>;

/** An image of which only part of the name is known. */
export const IncompleteImage = z.object({ repository: z.string(), label: z.string(), note: z.string() });
export type IncompleteImage = z.output<typeof IncompleteImage>;

/** Instance family to the device that its images are built for; the last two have no Hugging Face image. */
export const InstanceDevices = z.record(z.string(), z.union([ContainerDevice, z.enum(["arm64", "gaudi"])]));
export type InstanceDevices = z.output<typeof InstanceDevices>;
