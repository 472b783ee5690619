import { z } from "zod";

export const InstanceUse = z.enum(["hosting", "training", "transform"]);
export type InstanceUse = z.output<typeof InstanceUse>;

export const Accelerator = z.object({
  manufacturer: z.string().min(1),
  name: z.string().min(1),
  count: z.number().positive(),
  memoryGiBEach: z.number().positive(),
  memoryGiBTotal: z.number().positive(),
  /** NVIDIA only. */
  cudaComputeCapability: z.number().positive().nullable(),
  /** Inferentia and Trainium only. */
  neuronCoresEach: z.number().int().positive().nullable(),
});

/** One `ml.*` type that SageMaker offers for hosting, training or batch transform. */
export const InstanceType = z.object({
  type: z.string().regex(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/),
  family: z.string().min(1),
  size: z.string().min(1),
  uses: z.array(InstanceUse).min(1),
  vcpu: z.number().int().positive(),
  memoryGiB: z.number().positive(),
  cpuArch: z.enum(["x86_64", "arm64"]),
  network: z.string().nullable(),
  /** Local NVMe disks; null where no source says. */
  localNvmeGB: z.number().nonnegative().nullable(),
  /** What does the arithmetic: `neuron` is Inferentia or Trainium, `hpu` is Gaudi. */
  deviceClass: z.enum(["cpu", "gpu", "neuron", "hpu"]),
  accelerator: Accelerator.nullable(),
});
export type InstanceType = z.output<typeof InstanceType>;

export const PriceComponent = z.enum(["hosting", "training", "transform", "async", "processing", "notebook", "studio"]);
export type PriceComponent = z.output<typeof PriceComponent>;

/** An on-demand price as somebody read it on a day; never shown without that day. */
export const PriceRow = z.object({
  type: z.string().startsWith("ml."),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  components: z.array(PriceComponent).min(1),
  usdPerHour: z.number().positive(),
  /** Key of price-sources.json. */
  source: z.string().min(1),
  date: z.iso.date(),
});
export type PriceRow = z.output<typeof PriceRow>;

/** What a second of a call costs on a serverless endpoint of one memory size, as somebody read it on a day. */
export const ServerlessPriceRow = z.object({
  memoryMb: z.number().int().positive(),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  usdPerSecond: z.number().positive(),
  /** Key of price-sources.json. */
  source: z.string().min(1),
  date: z.iso.date(),
});
export type ServerlessPriceRow = z.output<typeof ServerlessPriceRow>;
