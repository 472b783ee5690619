import type { Channel } from "./view";

/** What of a channel is worth saying beside its address: content type, input mode, how it is split and packed. */
export function channelDetails(channel: Channel, jobMode: string): string[] {
  const isSharded = channel.DataSource.S3DataSource.S3DataDistributionType === "ShardedByS3Key";
  return [
    channel.ContentType,
    `${channel.InputMode ?? jobMode} mode`,
    isSharded ? "split between instances" : null,
    channel.CompressionType === "Gzip" ? "gzip" : null,
  ].filter((part): part is string => Boolean(part));
}
