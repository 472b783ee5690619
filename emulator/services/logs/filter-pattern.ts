import type { TextFilter } from "../../telemetry/log-store.ts";

/** A quoted phrase, a term, or a regular expression between percent signs; `?` makes it one of several, `-` excludes it. */
const TERM = /([?-]?)(?:"((?:[^"\\]|\\.)*)"|%([^%]*)%|([^\s"]+))/g;

/**
 * CloudWatch Logs' filter patterns for unstructured text: all terms, any of the terms with `?`, none of those with `-`.
 * With only `?` terms one of them must occur; beside other terms they are ignored, as CloudWatch does.
 */
export function textFilter(pattern: string): TextFilter {
  const filter: TextFilter = { all: [], any: [], none: [] };
  for (const [, sign, phrase, expression, term] of pattern.matchAll(TERM)) {
    const text = phrase?.replaceAll(/\\(.)/g, "$1") ?? expression ?? term ?? "";
    filter[sign === "?" ? "any" : sign === "-" ? "none" : "all"].push(text);
  }
  return filter.all.length > 0 ? { ...filter, any: [] } : filter;
}

/** Whether a message is one that a filter asks for. */
export function matchesText(message: string, { all, any, none }: TextFilter): boolean {
  const holds = (text: string) => message.includes(text);
  return all.every(holds) && (any.length === 0 || any.some(holds)) && !none.some(holds);
}
