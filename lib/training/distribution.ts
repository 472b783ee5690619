import { dumps, loads } from "./python-json";

/** How a job spreads over devices and hosts; the container is told by hyperparameters of the toolkit. */
export type Distribution =
  | { kind: "none" }
  | { kind: "smddp"; mpiOptions: string }
  /** Model parallel v1, always with MPI. `parameters` is a JSON object. */
  | { kind: "smp"; parameters: string; processesPerHost: number; mpiOptions: string }
  | { kind: "torch-distributed" }
  | { kind: "pytorch-ddp" };

/**
 * The toolkit's own hyperparameters for a distribution, encoded (SageMaker Python SDK 2.257.6,
 * `Framework._distribution_configuration`).
 */
export function distributionHyperparameters(distribution: Distribution, instanceType: string): Record<string, string> {
  const sagemaker_instance_type = dumps(instanceType);
  switch (distribution.kind) {
    case "none":
      return {};
    case "smddp":
      return {
        sagemaker_distributed_dataparallel_enabled: "true",
        sagemaker_instance_type,
        sagemaker_distributed_dataparallel_custom_mpi_options: dumps(distribution.mpiOptions),
      };
    case "smp":
      return {
        sagemaker_mpi_enabled: "true",
        sagemaker_mpi_num_of_processes_per_host: dumps(BigInt(distribution.processesPerHost)),
        sagemaker_mpi_custom_mpi_options: dumps(distribution.mpiOptions),
        mp_parameters: dumps(loads(distribution.parameters)),
        sagemaker_distributed_dataparallel_enabled: "false",
        sagemaker_instance_type,
      };
    case "torch-distributed":
      return { sagemaker_torch_distributed_enabled: "true", sagemaker_instance_type };
    case "pytorch-ddp":
      return { sagemaker_pytorch_ddp_enabled: "true", sagemaker_instance_type };
  }
}

/** The toolkit's hyperparameters of the Training Compiler (`huggingface-pytorch-trcomp-training` images). */
export function compilerHyperparameters(debug: boolean): Record<string, string> {
  return {
    sagemaker_training_compiler_enabled: "true",
    sagemaker_training_compiler_debug_mode: dumps(debug),
  };
}

/** Whether a hyperparameter's name belongs to the container's toolkit, so that no script sees it. */
export function isToolkitName(name: string): boolean {
  return name.startsWith("sagemaker_") || name === "mp_parameters";
}
