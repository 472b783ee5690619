import type { EmulatorContext } from "../../context.ts";
import { validation } from "../../protocol/fault.ts";

/** The members of a ContainerDefinition that the emulator acts on; the others are kept and given back. */
export type ContainerDefinition = {
  Image?: string;
  ModelDataUrl?: string;
  ModelDataSource?: { S3DataSource?: { S3Uri: string; S3DataType: string } };
  ModelPackageName?: string;
  Environment?: Record<string, string>;
};

/** Where a container's model lies in S3; null for one that brings or fetches its own. */
export function modelDataUrl(container: ContainerDefinition): string | null {
  return container.ModelDataUrl ?? container.ModelDataSource?.S3DataSource?.S3Uri ?? null;
}

/** What CreateModel checks of a container beside its shape. */
export function checkContainer(context: EmulatorContext, container: ContainerDefinition): void {
  if (container.ModelPackageName) throw validation("The emulator has no model packages; give an Image instead.");
  if (!container.Image) throw validation("Image or ModelPackageName must be specified for each container.");
  if (container.ModelDataUrl && container.ModelDataSource) {
    throw validation("Only one of ModelDataUrl and ModelDataSource may be specified for a container.");
  }
  const archive = container.ModelDataUrl;
  if (archive?.startsWith("s3://") && !isInS3(context, archive)) {
    throw validation(`Could not find model data at ${archive}.`);
  }
}

function isInS3(context: EmulatorContext, url: string): boolean {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(url) ?? [];
  return bucket !== "" && key !== "" && context.objectFile(bucket, key) !== null;
}
