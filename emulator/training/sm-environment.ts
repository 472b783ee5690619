import { availableParallelism } from "node:os";
import { basename } from "node:path";
import type { JobFolders } from "./job-folders.ts";
import { toolkitSetting, userHyperparameters } from "./script-command.ts";
import type { TrainingJob } from "./training-job.ts";

export type HostFacts = { job: TrainingJob; region: string; folders: JobFolders; host: string; hosts: string[] };

/**
 * The variables that script mode sets (sagemaker-training-toolkit, ENVIRONMENT_VARIABLES.md), with the host's private
 * folders for `/opt/ml`. The job's own Environment wins.
 */
export function smEnvironment(facts: HostFacts): Record<string, string> {
  const { job, region, folders, host, hosts } = facts;
  const { HyperParameters = {}, InputDataConfig = [], ResourceConfig, Environment = {} } = job.definition;
  const channels = InputDataConfig.map(({ ChannelName }) => ChannelName).sort();
  const values = userHyperparameters(HyperParameters);
  const entryPoint = toolkitSetting(HyperParameters, "sagemaker_program") ?? "";
  const channelFolder = (name: string) => `${folders.data}/${name}`;
  const cpus = String(availableParallelism());
  return {
    SM_MODEL_DIR: folders.model,
    SM_OUTPUT_DIR: folders.output,
    SM_OUTPUT_DATA_DIR: folders.outputData,
    SM_OUTPUT_INTERMEDIATE_DIR: `${folders.output}/intermediate`,
    SM_INPUT_DIR: `${folders.root}/input`,
    SM_INPUT_CONFIG_DIR: folders.config,
    SM_CHANNELS: JSON.stringify(channels),
    ...Object.fromEntries(channels.map((name) => [`SM_CHANNEL_${variable(name)}`, channelFolder(name)])),
    SM_HPS: JSON.stringify(values),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`SM_HP_${variable(name)}`, text(value)])),
    SM_USER_ENTRY_POINT: entryPoint,
    SM_MODULE_NAME: basename(entryPoint).replace(/\.py$/, ""),
    SM_MODULE_DIR: toolkitSetting(HyperParameters, "sagemaker_submit_directory") ?? "",
    SM_CURRENT_HOST: host,
    SM_HOSTS: JSON.stringify(hosts),
    SM_MASTER: String(host === hosts[0]),
    SM_NUM_CPUS: cpus,
    SM_NUM_GPUS: "0",
    SM_NUM_NEURONS: "0",
    SM_CURRENT_INSTANCE_TYPE: ResourceConfig.InstanceType ?? "",
    SM_NETWORK_INTERFACE_NAME: "lo",
    SM_LOG_LEVEL: toolkitSetting(HyperParameters, "sagemaker_container_log_level") ?? "20",
    SM_RESOURCE_CONFIG: JSON.stringify(resourceConfig(facts)),
    SM_INPUT_DATA_CONFIG: JSON.stringify(inputDataConfig(job)),
    TRAINING_JOB_NAME: job.name,
    TRAINING_JOB_ARN: job.arn,
    AWS_REGION: region,
    SAGEMAKER_REGION: region,
    ...Environment,
  };
}

/** `/opt/ml/input/config/resourceconfig.json`. */
export function resourceConfig({ job, host, hosts }: HostFacts): object {
  return {
    current_host: host,
    current_instance_type: job.definition.ResourceConfig.InstanceType ?? null,
    hosts,
    network_interface_name: "lo",
  };
}

/** `/opt/ml/input/config/inputdataconfig.json`. */
export function inputDataConfig({ definition }: TrainingJob): object {
  return Object.fromEntries(
    (definition.InputDataConfig ?? []).map(({ ChannelName, DataSource, ContentType, InputMode, RecordWrapperType }) => [
      ChannelName,
      {
        TrainingInputMode: InputMode ?? definition.AlgorithmSpecification.TrainingInputMode,
        S3DistributionType: DataSource.S3DataSource?.S3DataDistributionType ?? "FullyReplicated",
        RecordWrapperType: RecordWrapperType ?? "None",
        ...(ContentType && { ContentType }),
      },
    ]),
  );
}

function variable(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
