import type { DeployRequests } from "./view";

export const MASK = "••••••••";

const SECRET_NAME = /token(?!s|iz)|secret|password|passwd|api_?key|access_?key|credential|private/i;
// Tokens of the Hub, GitHub, AWS keys, OpenAI-style keys, JSON web tokens, and user:password@ in an address.
const SECRET_VALUE =
  /^(hf_|api_org_|gh[pousr]_|github_pat_|sk-|xox[abp]-)[\w-]{6,}|\b(AKIA|ASIA)[A-Z0-9]{16}\b|^eyJ[\w-]+\.[\w-]+\.|:\/\/[^/\s:@]+:[^/\s@]+@/;

/** True when an environment variable looks as if it held a token or password, by its name or by its value. */
export function looksSecret(name: string, value: string): boolean {
  if (value === "") return false;
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}

/** A copy of an environment in which values that look like secrets are replaced. */
export function maskEnvironment(environment: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, looksSecret(name, value) ? MASK : value]),
  );
}

/** The requests as they may be shown, copied and logged. */
export function maskRequests(requests: DeployRequests): DeployRequests {
  const container = requests.model.PrimaryContainer;
  return {
    ...requests,
    model: {
      ...requests.model,
      PrimaryContainer: { ...container, Environment: maskEnvironment(container.Environment) },
    },
  };
}

/** The secret values in an environment, to be kept out of messages that AWS echoes them in. */
export function secretValues(environment: Record<string, string>): string[] {
  return Object.entries(environment)
    .filter(([name, value]) => value.length >= 4 && looksSecret(name, value))
    .map(([, value]) => value);
}

/** `text` with each secret replaced. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, MASK), text);
}
