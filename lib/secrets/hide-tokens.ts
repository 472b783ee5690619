import { MASK } from "./mask";

// The forms of lib/secrets/mask, each to its end, so that nothing of a token is left over.
const TOKEN =
  /(?<![A-Za-z0-9])(?:hf_[A-Za-z0-9]{8,}|sk-[\w-]{16,}|gh[opsu]_\w{16,}|github_pat_\w{16,}|xox[abp]-[\w-]{8,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|eyJ[\w-]{8,}\.[\w.-]+)/g;
const HEADER = /\b(Bearer|Basic) [\w.~+/=-]{8,}/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const IN_ADDRESS = /(:\/\/[^/\s:"]*):[^/\s@"]+@/g;
// A member of a JSON object by its name. Not plain `token`: models answer with tokens.
const MEMBER =
  /("(?:[\w-]*(?:api[_-]?key|password|passwd|secret|(?:access|auth|hf|hub)[_-]?token)|secret[\w-]*|authorization)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;

/** A text of any length with everything that looks like a token, a key or a password replaced; JSON stays JSON. */
export function hideTokens(text: string): string {
  return text
    .replace(PRIVATE_KEY, MASK)
    .replace(MEMBER, `$1"${MASK}"`)
    .replace(TOKEN, MASK)
    .replace(HEADER, `$1 ${MASK}`)
    .replace(IN_ADDRESS, `$1:${MASK}@`);
}
