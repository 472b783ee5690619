export type LineFilter = (message: string) => boolean;

/** A quoted phrase, a term, or a regular expression between percent signs; `?` makes it one of several, `-` excludes it. */
const TERM = /([?-]?)(?:"((?:[^"\\]|\\.)*)"|%([^%]*)%|([^\s"]+))/g;

/**
 * CloudWatch Logs' filter patterns for unstructured text: all terms, any of the terms with `?`, none of those with `-`.
 * With only `?` terms one of them must occur; beside other terms they are ignored, as CloudWatch does.
 */
export function lineFilter(pattern: string): LineFilter {
  const all: LineFilter[] = [];
  const any: LineFilter[] = [];
  const none: LineFilter[] = [];
  for (const [, sign, phrase, expression, term] of pattern.matchAll(TERM)) {
    const contains = termFilter(phrase?.replaceAll(/\\(.)/g, "$1"), expression, term);
    if (sign === "?") any.push(contains);
    else if (sign === "-") none.push(contains);
    else all.push(contains);
  }
  return (message) => {
    if (none.some((contains) => contains(message))) return false;
    if (all.length > 0) return all.every((contains) => contains(message));
    return any.length === 0 || any.some((contains) => contains(message));
  };
}

function termFilter(phrase: string | undefined, expression: string | undefined, term: string | undefined): LineFilter {
  if (expression !== undefined) return (message) => message.includes(expression);
  const text = phrase ?? term ?? "";
  return (message) => message.includes(text);
}
