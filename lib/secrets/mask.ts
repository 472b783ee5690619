// Whole words of a name, so that MAX_TOTAL_TOKENS and TOKENIZERS_PARALLELISM stay readable.
const SECRET_NAME = /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PWD|KEY|APIKEY|CREDENTIALS?|AUTH|AUTHORIZATION)(_|$)/i;
const SECRET_VALUE = /^(hf_|sk-|ghp_|gho_|github_pat_|xox[abp]-|AKIA|ASIA|eyJ)|:\/\/[^/\s:]+:[^/\s@]+@/;

/** What stands in place of a secret: always the same length, so that it tells nothing. */
export const MASK = "••••••••";

export type EnvironmentEntry = { name: string; value: string; isSecret: boolean };

/** True when a variable's name or value looks like a secret. */
export function looksSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}

/** A container's environment as it may be shown: sorted by name, secret-looking values replaced by a mask. */
export function maskEnvironment(environment: Record<string, string> | undefined): EnvironmentEntry[] {
  return Object.entries(environment ?? {})
    .map(([name, value]) => {
      const isSecret = looksSecret(name, value);
      return { name, value: isSecret ? MASK : value, isSecret };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
