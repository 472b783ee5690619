import type { Distribution } from "./distribution";

export const DISTRIBUTION_LABELS: Record<Distribution["kind"], { label: string; summary: string }> = {
  none: { label: "None", summary: "The script runs once on each instance and starts its own processes, if any." },
  "torch-distributed": { label: "torchrun", summary: "One process per GPU, started by PyTorch's own launcher." },
  "pytorch-ddp": { label: "PyTorch DDP", summary: "One process per GPU, started with mpirun." },
  smddp: {
    label: "SageMaker data parallel",
    summary: "AWS's own library for exchanging gradients; large GPU instances and older containers only.",
  },
  smp: {
    label: "SageMaker model parallel",
    summary: "Splits a model that is too large for one GPU (version 1, with MPI).",
  },
};

/** The distribution in a few words; null for none. */
export function distributionLabel(distribution: Distribution): string | null {
  return distribution.kind === "none" ? null : DISTRIBUTION_LABELS[distribution.kind].label;
}
