import type { EmulatorContext } from "../../context.ts";
import { validation } from "../../protocol/fault.ts";
import { parseJsonPath } from "../../transform/json-path.ts";
import { recordFormat } from "../../transform/record-format.ts";
import { type TransformContainer, type TransformDefinition, transformSettings } from "../../transform/transform-job.ts";
import { modelDataUrl } from "./container-definition.ts";
import { containersOf, type Model } from "./models.ts";
import { existingResource } from "./resources.ts";

/** MaxPayloadInMB, and its product with MaxConcurrentTransforms (API reference of CreateTransformJob). */
const MAX_MB = 100;

/** What SageMaker refuses beyond the API model's own constraints; gives what the job's containers will run. */
export function checkTransformJob(
  { records }: EmulatorContext,
  region: string,
  definition: TransformDefinition,
): TransformContainer {
  const model = existingResource<Model>(records, region, "model", definition.ModelName);
  const [container] = containersOf(model.definition);
  if (!container?.Image) throw validation(`The model ${definition.ModelName} has no container.`);
  checkSettings(definition);
  return {
    image: container.Image,
    modelDataUrl: modelDataUrl(container),
    environment: { ...container.Environment, ...definition.Environment },
  };
}

function checkSettings(definition: TransformDefinition): void {
  const { TransformInput, DataProcessing = {}, MaxPayloadInMB = 6, MaxConcurrentTransforms } = definition;
  const { SplitType = "None", DataSource } = TransformInput;
  if (MaxPayloadInMB > MAX_MB) throw validation(`The value of MaxPayloadInMB cannot be greater than ${MAX_MB} MB.`);
  if (MaxPayloadInMB * (MaxConcurrentTransforms || 1) > MAX_MB) {
    throw validation(`The value of MaxConcurrentTransforms * MaxPayloadInMB must not exceed ${MAX_MB} MB.`);
  }
  if (SplitType === "RecordIO" || SplitType === "TFRecord") {
    throw validation(`The emulator does not split ${SplitType}; use Line or None.`);
  }
  const { S3DataType } = DataSource.S3DataSource;
  if (S3DataType !== "S3Prefix" && S3DataType !== "ManifestFile") {
    throw validation(`S3DataType ${S3DataType} is not supported for transform jobs.`);
  }
  for (const [name, path] of Object.entries({
    InputFilter: DataProcessing.InputFilter,
    OutputFilter: DataProcessing.OutputFilter,
  })) {
    if (path && !parseJsonPath(path)) throw validation(`${name} ${path} is not a supported JSONPath expression.`);
  }
  checkFormats(definition);
}

/** "You must set both ContentType and Accept to text/csv, application/json or application/jsonlines." */
function checkFormats(definition: TransformDefinition): void {
  const settings = transformSettings(definition);
  const isProcessed = settings.isJoined || settings.inputFilter !== "$" || settings.outputFilter !== "$";
  if (!isProcessed) return;
  const { contentType } = settings;
  const accept = settings.accept ?? contentType;
  if (recordFormat(contentType) && recordFormat(accept)) {
    if (!settings.isJoined || recordFormat(contentType) === recordFormat(accept)) return;
    throw validation(`JoinSource Input needs ContentType and Accept of one format, not ${contentType} and ${accept}.`);
  }
  throw validation(
    "DataProcessing needs ContentType and Accept to be text/csv, application/json or application/jsonlines.",
  );
}
