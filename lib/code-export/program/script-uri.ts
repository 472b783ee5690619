import { toolkitText } from "@/lib/training/toolkit-settings";
import type { CreateTrainingJobRequest } from "@/lib/training/view";

/** The channel that brings the script to a container without a network. */
export const CODE_CHANNEL = "code";

/** Where a job's packed script lies in S3; null: it has none. */
export function scriptUri({ HyperParameters, InputDataConfig, EnableNetworkIsolation }: CreateTrainingJobRequest) {
  const channel = InputDataConfig?.find(({ ChannelName }) => ChannelName === CODE_CHANNEL);
  if (EnableNetworkIsolation && channel) return channel.DataSource.S3DataSource.S3Uri;
  return toolkitText(HyperParameters, "sagemaker_submit_directory");
}
