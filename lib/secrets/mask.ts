// Whole words of a name, so that MAX_TOTAL_TOKENS and TOKENIZERS_PARALLELISM stay readable.
const SECRET_NAME =
  /(^|[_-])(TOKEN|SECRETS?|PASS|PASSWORD|PASSPHRASE|PASSWD|PWD|KEY|APIKEY|CREDENTIALS?|AUTH|AUTHORIZATION|BEARER)([_-]|$)/i;
// `accessToken`, `dbPassword`, `AUTHTOKEN`: the same words at the end of a name that has no underscores before them.
const SECRET_ENDING = /[a-z](Token|Secret|Password|ApiKey)$|(?<!_)(AUTH|ACCESS|API|HF|HUB|BOT)(TOKEN|SECRET|KEY)$/;
// Anywhere in the value, because settings hold JSON and headers: {"token": "hf_…"}, `Bearer hf_…`.
const SECRET_PART =
  /(?<![A-Za-z0-9])(hf_[A-Za-z0-9]{8,}|sk-[\w-]{16,}|gh[opsu]_\w{16,}|github_pat_\w{16,}|xox[abp]-|AKIA[A-Z0-9]{12,}|ASIA[A-Z0-9]{12,}|eyJ[\w-]{8,}\.)|\b(Bearer|Basic) [\w.~+/=-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^/\s:]*:[^/\s@]+@/;
const SECRET_START = /^(hf_|sk-|ghp_|gho_|github_pat_|xox[abp]-|AKIA|ASIA|eyJ)/;

/** What stands in place of a secret: always the same length, so that it tells nothing. */
export const MASK = "••••••••";

export type EnvironmentEntry = { name: string; value: string; isSecret: boolean };

/** True when a variable's name or value looks like a secret. */
export function looksSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || SECRET_ENDING.test(name) || SECRET_START.test(value) || SECRET_PART.test(value);
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
