import { z } from "zod";

import { s3FolderUri } from "@/lib/fields/aws-fields";
import type { Channel, InputMode } from "./view";

/** SageMaker's limits of AttributeNames (its service model). */
const MAX_ATTRIBUTES = 16;
const MAX_ATTRIBUTE_LENGTH = 256;

/** A channel as the form holds it; what is empty or None is left out of the request. */
export const ChannelRow = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give it a name.")
    .max(64, "Use at most 64 characters.")
    .regex(/^[A-Za-z0-9.\-_]+$/, "Use letters, digits, dots, hyphens and underscores."),
  s3Uri: s3FolderUri("s3://bucket/prefix"),
  contentType: z.string().trim().max(256, "Use at most 256 characters."),
  isSharded: z.boolean(),
  mode: z.enum(["", "File", "FastFile", "Pipe"]),
  dataType: z.enum(["S3Prefix", "ManifestFile", "AugmentedManifestFile"]),
  /** Names with commas between, of an augmented manifest. */
  attributeNames: z.string().trim(),
  compression: z.enum(["None", "Gzip"]),
  recordWrapper: z.enum(["None", "RecordIO"]),
});
export type ChannelRow = z.output<typeof ChannelRow>;

export const EMPTY_CHANNEL: ChannelRow = {
  name: "",
  s3Uri: "",
  contentType: "",
  isSharded: false,
  mode: "",
  dataType: "S3Prefix",
  attributeNames: "",
  compression: "None",
  recordWrapper: "None",
};

/** A row as the Python SDK's `TrainingInput` sends it. */
export function toChannel(row: ChannelRow): Channel {
  const attributes = attributeList(row);
  return {
    ChannelName: row.name,
    DataSource: {
      S3DataSource: {
        S3DataType: row.dataType,
        S3Uri: row.s3Uri,
        S3DataDistributionType: row.isSharded ? "ShardedByS3Key" : "FullyReplicated",
        ...(row.dataType === "AugmentedManifestFile" && { AttributeNames: attributes }),
      },
    },
    ...(row.contentType && { ContentType: row.contentType }),
    ...(row.compression !== "None" && { CompressionType: row.compression }),
    ...(row.recordWrapper !== "None" && { RecordWrapperType: row.recordWrapper }),
    ...(row.mode && { InputMode: row.mode }),
  };
}

/** The row that a channel was sent from. */
export function fromChannel(channel: Channel): ChannelRow {
  const { S3DataType, S3Uri, S3DataDistributionType, AttributeNames } = channel.DataSource.S3DataSource;
  return {
    name: channel.ChannelName,
    s3Uri: S3Uri,
    contentType: channel.ContentType ?? "",
    isSharded: S3DataDistributionType === "ShardedByS3Key",
    mode: channel.InputMode ?? "",
    dataType: S3DataType,
    attributeNames: AttributeNames?.join(", ") ?? "",
    compression: channel.CompressionType ?? "None",
    recordWrapper: channel.RecordWrapperType ?? "None",
  };
}

/** What SageMaker refuses in a channel, by field (S3DataSource, Channel in its API reference). */
export function channelRefusals(
  row: ChannelRow,
  jobMode: InputMode,
): { field: "s3Uri" | "attributeNames" | "compression" | "recordWrapper" | "mode"; message: string }[] {
  const mode = row.mode || jobMode;
  const attributes = attributeList(row);
  const refusals: ReturnType<typeof channelRefusals> = [];
  if (row.dataType !== "S3Prefix" && row.s3Uri.endsWith("/")) {
    refusals.push({ field: "s3Uri", message: "A manifest is one file: write its whole address." });
  }
  if (row.dataType === "AugmentedManifestFile") {
    if (mode !== "Pipe") {
      refusals.push({ field: "mode", message: `An augmented manifest is read in Pipe mode only, not in ${mode}.` });
    }
    if (attributes.length === 0) {
      refusals.push({ field: "attributeNames", message: "Name the attributes to send, such as source-ref, label." });
    } else if (attributes.length > MAX_ATTRIBUTES || attributes.some((name) => name.length > MAX_ATTRIBUTE_LENGTH)) {
      refusals.push({ field: "attributeNames", message: "At most 16 attributes of up to 256 characters." });
    }
  }
  if (row.compression === "Gzip" && mode !== "Pipe") {
    const message = `SageMaker unpacks gzip in Pipe mode only; in ${mode} mode the script gets the files as they are.`;
    refusals.push({ field: "compression", message });
  }
  if (row.recordWrapper === "RecordIO" && mode !== "Pipe") {
    refusals.push({ field: "recordWrapper", message: `Records are wrapped in Pipe mode only, not in ${mode}.` });
  }
  return refusals;
}

function attributeList({ attributeNames }: Pick<ChannelRow, "attributeNames">): string[] {
  return attributeNames
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
