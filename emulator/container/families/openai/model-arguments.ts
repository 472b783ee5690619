import { engineVersion } from "@/catalog/containers/serving-protocol.ts";
import { ContainerStartError, type ServingTarget } from "../../inference-host.ts";
import { withModel } from "../launch-environment.ts";
import type { OpenAiSettings } from "../server-spec.ts";

export type ArgumentNames = { prefix: string; program: string; model: string; maxLength: string };

export type ModelArguments = { environment: Record<string, string>; settings: OpenAiSettings };

/** The start-up script turns each `<PREFIX>X_Y` into `--x-y`; HF_MODEL_ID and the archive stand in for a missing model. */
export function readModelArguments({ environment, image }: ServingTarget, names: ArgumentNames): ModelArguments {
  const argument = (name: string): string | undefined => environment[names.prefix + name] || undefined;
  const model = argument(names.model) ?? environment.HF_MODEL_ID;
  const token = argument("HF_TOKEN");
  const revision = argument("REVISION");
  return {
    environment: withModel(environment, model, {
      ...(token ? { HF_TOKEN: token } : {}),
      ...(revision ? { HF_MODEL_REVISION: revision } : {}),
    }),
    settings: {
      servedName: argument("SERVED_MODEL_NAME") ?? (model || "/opt/ml/model"),
      version: engineVersion(image) ?? [99, 0, 0],
      maxModelLength: readLength(argument(names.maxLength), names),
    },
  };
}

/** A number of tokens; vLLM's `16k` is 16,000 and `16K` 16,384. */
function readLength(value: string | undefined, { program, maxLength }: ArgumentNames): number | null {
  if (value === undefined) return null;
  const [, digits, unit = ""] = /^(\d+)([kKmM]?)$/.exec(value) ?? [];
  if (digits) return Number(digits) * ({ k: 1e3, K: 1024, m: 1e6, M: 1024 ** 2 }[unit] ?? 1);
  const flag = `--${maxLength.toLowerCase().replaceAll("_", "-")}`;
  throw new ContainerStartError(`${program}: error: argument ${flag}: invalid int value: '${value}'`);
}
