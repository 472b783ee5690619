import { isObject } from "./members";
import { shellCommands } from "./shell-words";
import { readShorthand } from "./shorthand";
import { withCall } from "./sort-parts";
import { type ImportedParts, type Json, type JsonObject, NO_PARTS } from "./view";

/** The parts that `aws sagemaker create-…` lines make, given as JSON (`--cli-input-json`) or as options. */
export function readCli(text: string): ImportedParts {
  return shellCommands(text).reduce((parts, words) => {
    const start = words.findIndex((word, index) => word.endsWith("aws") && index + 2 < words.length);
    // `POLICY_ARN=$(aws …` is a word of its own before the parenthesis.
    if (start < 0) return parts;
    const [service, command, ...rest] = words.slice(start + 1);
    if (!/^(sagemaker|application-autoscaling)$/.test(service ?? "")) return parts;
    const { input, region } = options(rest);
    return { ...withCall(parts, pascal(command ?? ""), input), region: parts.region ?? region };
  }, NO_PARTS);
}

function options(words: readonly string[]): { input: JsonObject; region: string | null } {
  let input: JsonObject = {};
  let region: string | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("--")) continue;
    const values = words.slice(index + 1, nextOption(words, index + 1));
    if (word === "--region") region = values[0] ?? null;
    else if (word === "--cli-input-json") {
      const read = JSON.parse(values[0] ?? "") as Json;
      if (isObject(read)) input = { ...read, ...input };
    } else if (/^--(no-)?enable-network-isolation$/.test(word)) {
      input.EnableNetworkIsolation = !word.startsWith("--no-");
    } else input[pascal(word.slice(2))] = optionValue(word, values);
  }
  return { input, region };
}

function nextOption(words: readonly string[], from: number): number {
  const next = words.findIndex((word, index) => index >= from && word.startsWith("--"));
  return next < 0 ? words.length : next;
}

/** Options that AWS takes as lists; the CLI takes their items as further words. */
const LISTS = /^--(production-variants|shadow-production-variants|tags|containers)$/;
const PLAIN = /-(name|arn|id|namespace|dimension|type)$/;

function optionValue(option: string, values: readonly string[]): Json {
  const [first = ""] = values;
  if (/^[[{]/.test(first.trim())) return JSON.parse(first) as Json;
  if (LISTS.test(option)) return values.map(readShorthand);
  if (PLAIN.test(option)) return first;
  if (/^-?\d+(\.\d+)?$/.test(first)) return Number(first);
  return first.includes("=") ? readShorthand(first) : first;
}

/** `CreateEndpointConfig` of `create-endpoint-config`; AWS writes a few words in its own way. */
function pascal(words: string): string {
  return words
    .split("-")
    .map((word) => OWN_CASE[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

const OWN_CASE: Record<string, string> = { kms: "Kms", s3: "S3" };
