import { type PythonCall, readPython } from "./python-code";
import { modelByClass, readSdk } from "./read-sdk";
import { modelByBuilder, resourceParts } from "./read-sdk-v3";
import { withCall } from "./sort-parts";
import { type ImportedParts, NO_PARTS } from "./view";

/**
 * The parts that a Python program makes: boto3's calls; the SageMaker Python SDK v3 with its resources, as the console
 * writes it, or with ModelBuilder; or the SDK v2 as the Hub's Deploy button writes it. `notes` say what the program leaves
 * to the SDK and could not be found here.
 */
export function readPythonParts(text: string, region: string): { parts: ImportedParts; notes: string[] } {
  const { calls } = readPython(text);
  const sent = calls.reduce(bySent, NO_PARTS);
  const parts = calls.reduce(resourceParts, sent);
  const named = calls.flatMap(({ values }) => (typeof values.region_name === "string" ? [values.region_name] : []))[0];
  if (parts.model || parts.config) return { parts: { ...parts, region: named ?? null }, notes: [] };
  const wanted = modelByBuilder(calls) ?? modelByClass(calls);
  return wanted ? readSdk(calls, wanted, region) : { parts: NO_PARTS, notes: [] };
}

const SENT = /^(create_(model|endpoint|endpoint_config)|register_scalable_target|put_scaling_policy)$/;

function bySent(parts: ImportedParts, { name, values }: PythonCall): ImportedParts {
  return SENT.test(name) ? withCall(parts, pascal(name), values) : parts;
}

function pascal(method: string): string {
  return method.replaceAll(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());
}
