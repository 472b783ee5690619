import type { Channel, CreateTrainingJobRequest } from "@/lib/training/view";

import { PythonCall, type PythonValue, toPython } from "../python-literal";
import { CODE_CHANNEL } from "./script-uri";

/** A file system as a channel's source, which the console does not ask for but shows of other tools' jobs. */
type FileSystemSource = {
  FileSystemId: string;
  FileSystemType: string;
  DirectoryPath: string;
  FileSystemAccessMode: string;
};

/** The classes of `sagemaker.inputs` that a job's channels need. */
export function inputImports(request: CreateTrainingJobRequest): string[] {
  const channels = channelsOf(request);
  const names = [
    ...(channels.some((channel) => fileSystemOf(channel)) ? ["FileSystemInput"] : []),
    ...(channels.some((channel) => !fileSystemOf(channel) && !isPlain(channel)) ? ["TrainingInput"] : []),
  ];
  return names.length > 0 ? [`from sagemaker.inputs import ${names.join(", ")}`] : [];
}

/** The channels as `fit()` takes them; undefined: there are none. */
export function inputArgument(request: CreateTrainingJobRequest): PythonValue | undefined {
  const channels = channelsOf(request);
  if (channels.length === 0) return undefined;
  return Object.fromEntries(channels.map((channel) => [channel.ChannelName, inputOf(channel)]));
}

/** The channels that are inputs; the SDK makes the one of the script itself. */
function channelsOf({ InputDataConfig = [], EnableNetworkIsolation }: CreateTrainingJobRequest): Channel[] {
  return InputDataConfig.filter(({ ChannelName }) => !(EnableNetworkIsolation && ChannelName === CODE_CHANNEL));
}

function fileSystemOf({ DataSource }: Channel): FileSystemSource | undefined {
  return (DataSource as { FileSystemDataSource?: FileSystemSource }).FileSystemDataSource;
}

/** An address alone where the rest is as the SDK has it by itself. */
function inputOf(channel: Channel): PythonValue {
  const fileSystem = fileSystemOf(channel);
  if (fileSystem) {
    return new PythonCall("FileSystemInput", {
      file_system_id: fileSystem.FileSystemId,
      file_system_type: fileSystem.FileSystemType,
      directory_path: fileSystem.DirectoryPath,
      file_system_access_mode: fileSystem.FileSystemAccessMode,
    });
  }
  const { S3Uri, S3DataType, S3DataDistributionType, AttributeNames } = channel.DataSource.S3DataSource;
  if (isPlain(channel)) return S3Uri;
  return new PythonCall("TrainingInput", {
    s3_data: S3Uri,
    s3_data_type: S3DataType,
    distribution: S3DataDistributionType,
    attribute_names: AttributeNames && toPython(AttributeNames),
    content_type: channel.ContentType,
    compression: channel.CompressionType,
    record_wrapping: channel.RecordWrapperType,
    input_mode: channel.InputMode,
  });
}

function isPlain(channel: Channel): boolean {
  const { S3DataType, S3DataDistributionType, AttributeNames } = channel.DataSource.S3DataSource;
  const { ContentType, CompressionType, RecordWrapperType, InputMode } = channel;
  const hasMore = AttributeNames ?? ContentType ?? CompressionType ?? RecordWrapperType ?? InputMode;
  return S3DataType === "S3Prefix" && S3DataDistributionType === "FullyReplicated" && hasMore === undefined;
}
