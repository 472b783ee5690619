import type { Distribution } from "./distribution";
import { dumps, loads, type PythonValue } from "./python-json";

type Sent = Record<string, string>;

/** A hyperparameter of the container's toolkit as text, for example `sagemaker_program`; null when it was not sent. */
export function toolkitText(sent: Sent, name: string): string | null {
  const value = decoded(sent, name);
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : dumps(value);
}

/** The distribution that a job's hyperparameters tell the container of: the way back of `distributionHyperparameters`. */
export function sentDistribution(sent: Sent): Distribution {
  const isOn = (name: string) => decoded(sent, name) === true;
  if (isOn("sagemaker_distributed_dataparallel_enabled")) {
    const mpiOptions = toolkitText(sent, "sagemaker_distributed_dataparallel_custom_mpi_options") ?? "";
    return { kind: "smddp", mpiOptions };
  }
  if (isOn("sagemaker_mpi_enabled") && sent.mp_parameters !== undefined) {
    return {
      kind: "smp",
      parameters: toolkitText(sent, "mp_parameters") ?? "{}",
      processesPerHost: Number(toolkitText(sent, "sagemaker_mpi_num_of_processes_per_host") ?? 1),
      mpiOptions: toolkitText(sent, "sagemaker_mpi_custom_mpi_options") ?? "",
    };
  }
  if (isOn("sagemaker_torch_distributed_enabled")) return { kind: "torch-distributed" };
  if (isOn("sagemaker_pytorch_ddp_enabled")) return { kind: "pytorch-ddp" };
  return { kind: "none" };
}

/** Whether the Training Compiler was switched on, and with its debug mode. */
export function sentCompiler(sent: Sent): { debug: boolean } | null {
  if (decoded(sent, "sagemaker_training_compiler_enabled") !== true) return null;
  return { debug: decoded(sent, "sagemaker_training_compiler_debug_mode") === true };
}

function decoded(sent: Sent, name: string): PythonValue | undefined {
  const text = sent[name];
  if (text === undefined) return undefined;
  try {
    return loads(text);
  } catch {
    return text; // written by a tool that does not encode
  }
}
