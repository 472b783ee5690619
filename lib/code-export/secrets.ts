import type { RecipeCall } from "@/lib/recipes/view";
import { MASK } from "@/lib/secrets/mask";
import { dumps } from "@/lib/training/python-json";

/** A masked value among the hyperparameters, which are JSON: as `json.dumps` writes it, and as it is shown to people. */
const JSON_MASKS = [dumps(MASK), `"${MASK}"`];

/** Whether a hyperparameter stands for a secret. */
export function isJsonMask(value: unknown): boolean {
  return JSON_MASKS.some((mask) => mask === value);
}

/** The variable of the shell that a program reads a secret from, by the name of its hyperparameter or variable. */
export function secretVariable(name: string): string {
  if (/^(hub_|hf_|hugging_face_hub_|use_auth_)?(token)$/i.test(name)) return "HF_TOKEN";
  return name.replaceAll(/\W+/g, "_").toUpperCase();
}

/** The variables of the shell that the programs of these calls read secrets from. */
export function secretVariables(calls: readonly RecipeCall[]): string[] {
  const { json, plain } = maskedNames(calls);
  return [...new Set([...json, ...plain].map(secretVariable))];
}

/** The names under which requests hold masked values: of hyperparameters, which are JSON, and of plain variables. */
export function maskedNames(calls: readonly RecipeCall[]): { json: string[]; plain: string[] } {
  const found: { json: string[]; plain: string[] } = { json: [], plain: [] };
  const look = (value: unknown, name: string): void => {
    if (value === MASK) found.plain.push(name);
    else if (isJsonMask(value)) found.json.push(name);
    else if (typeof value === "object" && value !== null)
      for (const [key, item] of Object.entries(value)) look(item, key);
  };
  for (const { input } of calls) look(input, "");
  return found;
}
