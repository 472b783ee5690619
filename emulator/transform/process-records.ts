import { type JsonPath, parseJsonPath, select } from "./json-path.ts";
import { parseRecords, type RecordFormat, recordFormat } from "./record-format.ts";
import { FileError } from "./transform-error.ts";
import type { TransformSettings } from "./transform-job.ts";

/** What DataProcessing does around a request: filters what goes in, joins and filters what comes out. */
export type RecordProcessor = {
  /** The request's body for records. */
  payload(records: Buffer[]): Buffer;
  /** The output of each record, or of the whole batch in one piece when nothing has to be taken apart. */
  outputs(records: Buffer[], answer: Buffer): Buffer[];
};

const NEWLINE = Buffer.from("\n");

export function createProcessor(settings: TransformSettings): RecordProcessor {
  const inputFilter = pathOf(settings.inputFilter);
  const outputFilter = pathOf(settings.outputFilter);
  const isTaken = settings.isJoined || outputFilter.length > 0;
  return {
    payload(records) {
      if (inputFilter.length === 0) return joined(records);
      const format = formatOf(settings.contentType);
      const filtered = records.map((record) => {
        const [value] = parseRecords(format, record.toString(), "input");
        const chosen = select(value, inputFilter);
        if (chosen === undefined) {
          throw new FileError("ClientError", [`InputFilter ${settings.inputFilter} selects nothing in the record`]);
        }
        return Buffer.from(format.write(chosen));
      });
      return joined(filtered);
    },
    outputs(records, answer) {
      if (!isTaken) return [answer];
      const format = formatOf(settings.accept ?? settings.contentType);
      const values = parseRecords(format, answer.toString(), "algorithm");
      const inputs = settings.isJoined ? inputsOf(settings, records) : [];
      if (settings.isJoined && inputs.length !== values.length) {
        throw new FileError("ClientError", [
          `The number of records in the output (${values.length}) does not match the number in the input (${inputs.length})`,
        ]);
      }
      return values.map((value, index) => {
        const whole = settings.isJoined ? joinRecord(inputs[index], value) : value;
        const chosen = select(whole, outputFilter);
        return Buffer.from(chosen === undefined ? "" : format.write(chosen));
      });
    },
  };
}

/** The records as values. Several lines of CSV are one record when the file was not split. */
function inputsOf({ contentType }: TransformSettings, records: Buffer[]): unknown[] {
  const format = formatOf(contentType);
  return records.flatMap((record) => parseRecords(format, record.toString(), "input"));
}

/**
 * An object takes the answer as `SageMakerOutput`; any other JSON goes beside it as `SageMakerInput`; a CSV row is
 * followed by the answer's fields. Source: Associate Prediction Results with Input Records.
 */
function joinRecord(input: unknown, output: unknown): unknown {
  if (Array.isArray(input) && Array.isArray(output) && isRow(input) && isRow(output)) return [...input, ...output];
  if (typeof input === "object" && input !== null && !Array.isArray(input))
    return { ...input, SageMakerOutput: output };
  return { SageMakerInput: input, SageMakerOutput: output };
}

/** CSV rows hold text only. */
function isRow(values: unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

function formatOf(contentType: string | null): RecordFormat {
  const format = recordFormat(contentType);
  if (format) return format;
  throw new FileError("ClientError", [
    `Data processing is possible for text/csv, application/json and application/jsonlines only, not for ${contentType ?? "an unknown content type"}`,
  ]);
}

/** Paths were checked when the job was created. */
function pathOf(text: string): JsonPath {
  return parseJsonPath(text) ?? [];
}

function joined(records: Buffer[]): Buffer {
  const [only] = records;
  if (records.length === 1 && only) return only;
  return Buffer.concat(records.flatMap((record, index) => (index === 0 ? [record] : [NEWLINE, record])));
}
