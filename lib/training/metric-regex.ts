/** An expression as SageMaker would use it, so far as a browser can tell. */
export type MetricRegex =
  | { ok: true; regex: RegExp /** What Python reads differently. */; caution: string | null }
  | { ok: false; problem: string };

const UNSUPPORTED: { pattern: RegExp; name: string }[] = [
  { pattern: /\(\?\(/, name: "conditions (?(…)…)" },
  { pattern: /\(\?#/, name: "comments (?#…)" },
  { pattern: /\(\?>/, name: "atomic groups (?>…)" },
  { pattern: /[*+?}]\+/, name: "possessive quantifiers" },
  { pattern: /(?<!^)\(\?[aiLmsux]+\)/, name: "flags in the middle" },
];

/** Reads a Python expression: named groups and the ends of the text are spelled differently there. */
export function readMetricRegex(pattern: string): MetricRegex {
  if (pattern === "") return { ok: false, problem: "Write an expression with one group, such as loss: ([0-9.]+)." };
  if (pattern.length > 500) return { ok: false, problem: "SageMaker takes at most 500 characters." };
  const inline = /^\(\?([aiLmsux]+)\)/.exec(pattern);
  const translated = pattern
    .slice(inline?.[0].length ?? 0)
    .replaceAll("(?P<", "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replaceAll("\\A", "^")
    .replaceAll("\\Z", "$");
  const caution = cautionOf(pattern, inline?.[1] ?? "");
  try {
    const flags = [...(inline?.[1] ?? "")].filter((flag) => "ims".includes(flag)).join("");
    const regex = new RegExp(translated, flags);
    return groupsOf(regex) === 0
      ? { ok: false, problem: "Put the value into a group: ( and )." }
      : { ok: true, regex, caution };
  } catch {
    if (caution) return { ok: false, problem: caution };
    return { ok: false, problem: "This is no valid expression: look for an unclosed bracket or group." };
  }
}

function cautionOf(pattern: string, flags: string): string | null {
  const names = UNSUPPORTED.filter((each) => each.pattern.test(pattern)).map(({ name }) => name);
  if (/[aLux]/.test(flags)) names.push(`the flag ${flags}`);
  return names.length > 0
    ? `A browser cannot try out ${names.join(" and ")}: SageMaker may read it differently.`
    : null;
}

/** Matching the empty alternative of an expression tells how many groups it has. */
function groupsOf(regex: RegExp): number {
  return (new RegExp(`${regex.source}|`, regex.flags).exec("")?.length ?? 1) - 1;
}

/** The first group's value in each line that has one, as SageMaker would take it. */
export function metricValues(regex: RegExp, lines: readonly string[]): { line: string; value: number | null }[] {
  return lines.flatMap((line) => {
    const found = regex.exec(line)?.[1];
    if (found === undefined) return [];
    const value = found.trim() === "" ? Number.NaN : Number(found);
    return [{ line, value: Number.isFinite(value) ? value : null }];
  });
}
