const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Runs of plain characters outside the group: one step back to remember per escape, not per character of 25 MB.
const STRING = /"[^"\\\n\r\t]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\n\r\t]*)*"/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON; null when all of it is, and when it is nested too deep to say. Engines often leave
 * the place out of their messages.
 */
export function jsonErrorPosition(text: string): number | null {
  let at = 0;
  let failedAt: number | null = null;

  function fail(): false {
    failedAt ??= at;
    return false;
  }
  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return false;
    at += found[0].length;
    return true;
  }
  function takeChar(char: string): boolean {
    take(SPACE);
    if (text[at] !== char) return false;
    at += 1;
    return true;
  }
  function takeMany(end: string, member: () => boolean): boolean {
    if (takeChar(end)) return true;
    do if (!member()) return false;
    while (takeChar(","));
    return takeChar(end) || fail();
  }
  function pair(): boolean {
    take(SPACE);
    return (take(STRING) && takeChar(":") && value()) || fail();
  }
  function value(): boolean {
    if (takeChar("{")) return takeMany("}", pair);
    if (takeChar("[")) return takeMany("]", value);
    return take(STRING) || take(LITERAL) || fail();
  }

  try {
    if (!value()) return failedAt;
  } catch {
    return null; // the stack is used up
  }
  take(SPACE);
  return at === text.length ? null : at;
}
