/** Java's POSIX classes, which AWS's patterns use and JavaScript lacks. */
const POSIX: Record<string, string> = {
  Print: "\\x20-\\x7E",
  ASCII: "\\x00-\\x7F",
  Alnum: "A-Za-z0-9",
  Alpha: "A-Za-z",
  Graph: "\\x21-\\x7E",
  Digit: "0-9",
  Lower: "a-z",
  Upper: "A-Z",
  Punct: "!-\\/:-@\\[-`{-~",
};

const CLASS_OR_PROPERTY = /(\[(?:\\.|[^\]\\])*\])|\\p\{(\w+)\}/g;
const compiled = new Map<string, RegExp>();

/**
 * A pattern of an AWS service model as a RegExp that must match the whole string: the published patterns carry no
 * anchors, yet AWS's front end applies them as if they did.
 */
export function wholeString(pattern: string): RegExp {
  let regExp = compiled.get(pattern);
  if (!regExp) {
    regExp = compile(pattern);
    compiled.set(pattern, regExp);
  }
  return regExp;
}

function compile(pattern: string): RegExp {
  const source = pattern
    // A slip in two published patterns: a length range behind an end anchor, which nothing could match.
    .replace(/\$\{\d+,\d+\}$/, "")
    .replace(/\\A/g, "^")
    .replace(/\\[zZ]/g, "$")
    .replace(CLASS_OR_PROPERTY, (all: string, inClass: string | undefined, name: string | undefined) => {
      if (inClass) return inClass.replace(/\\p\{(\w+)\}/g, (property, inner: string) => POSIX[inner] ?? property);
      const posix = name === undefined ? undefined : POSIX[name];
      return posix ? `[${posix}]` : all;
    });
  return tryCompile(source, "us") ?? tryCompile(source, "s") ?? unusable(pattern);
}

/** Unicode mode understands \p{L} but refuses idle escapes such as `\-`, which some patterns hold. */
function tryCompile(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    return null;
  }
}

function unusable(pattern: string): never {
  throw new Error(`This pattern of the service model cannot be used: ${pattern}`);
}
