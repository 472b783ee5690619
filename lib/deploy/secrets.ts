import { looksSecret, MASK } from "@/lib/secrets/mask";

import type { DeployRequests } from "./view";

/** The requests as they may be shown, copied and logged: values that look like secrets are masked. */
export function maskRequests(requests: DeployRequests): DeployRequests {
  const container = requests.model.PrimaryContainer;
  const environment = Object.entries(container.Environment).map(([name, value]) => [
    name,
    value !== "" && looksSecret(name, value) ? MASK : value,
  ]);
  return {
    ...requests,
    model: {
      ...requests.model,
      PrimaryContainer: { ...container, Environment: Object.fromEntries(environment) as Record<string, string> },
    },
  };
}

/** The secret values in an environment, to be kept out of messages in which AWS repeats them. */
export function secretValues(environment: Record<string, string>): string[] {
  return Object.entries(environment)
    .filter(([name, value]) => value.length >= 4 && looksSecret(name, value))
    .map(([, value]) => value);
}
