import { looksSecret, MASK } from "@/lib/secrets/mask";

import type { AwsCall } from "./view";

/** The calls as they may be shown, copied and logged: environment values that look like secrets are masked. */
export function maskCalls(calls: readonly AwsCall[]): AwsCall[] {
  return calls.map((call) => ({ ...call, input: masked(call.input, "") as Record<string, unknown> }));
}

function masked(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => masked(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isSecret = key === "Environment" && typeof item === "string" && item !== "" && looksSecret(name, item);
      return [name, isSecret ? MASK : masked(item, name)];
    }),
  );
}
