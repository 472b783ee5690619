/** The functions that the toolkit takes from a script, with the arguments it gives them; each may take a context more. */
export const HOOKS = {
  model_fn: { least: 1, does: "loads the model" },
  input_fn: { least: 2, does: "reads the request" },
  predict_fn: { least: 2, does: "predicts" },
  output_fn: { least: 2, does: "writes the answer" },
  transform_fn: { least: 4, does: "reads, predicts and writes" },
} as const;
export type Hook = keyof typeof HOOKS;

const NAMES = Object.keys(HOOKS) as Hook[];
const BESIDE_TRANSFORM: readonly Hook[] = ["input_fn", "predict_fn", "output_fn"];

export type ReadHooks = {
  found: Hook[];
  /** What the container would refuse to start with. */
  problems: string[];
};

/**
 * Which of the toolkit's functions a script has, at its top level. It reads definitions by their form, not Python: a
 * name that comes by an import or an assignment counts, its arguments do not.
 */
export function readHooks(script: string): ReadHooks {
  const code = withoutText(script);
  const found = NAMES.filter((name) => isDefined(code, name));
  return { found, problems: [...mixture(found), ...found.flatMap((name) => wrongArguments(code, name))] };
}

function isDefined(code: string, name: Hook): boolean {
  const byDefinition = `(?:async[ \\t]+)?def[ \\t]+${name}[ \\t]*\\(`;
  const byImport = `from[ \\t]+\\S+[ \\t]+import[^\\n]*\\b${name}\\b`;
  return new RegExp(`^(?:${byDefinition}|${name}[ \\t]*=|${byImport})`, "m").test(code);
}

/** The toolkit's own words. */
function mixture(found: readonly Hook[]): string[] {
  if (!found.includes("transform_fn") || !found.some((name) => BESIDE_TRANSFORM.includes(name))) return [];
  return [
    "Cannot use transform_fn implementation in conjunction with input_fn, predict_fn, and/or output_fn implementation.",
  ];
}

function wrongArguments(code: string, name: Hook): string[] {
  const [, list] = new RegExp(`^def[ \\t]+${name}[ \\t]*\\(([^)]*)\\)`, "m").exec(code) ?? [];
  // Brackets inside would end the list early: a default value or a type that is a call is not counted.
  if (list === undefined || list.includes("(")) return [];
  const given = list
    .replace(/\[[^\]]*\]/g, "")
    .split(",")
    .map((argument) => argument.trim())
    .filter((argument) => argument !== "" && argument !== "/" && argument !== "*").length;
  const { least } = HOOKS[name];
  if (given === least || given === least + 1) return [];
  return [`${name} definition takes ${least} or ${least + 1} arguments but ${given} were given.`];
}

/** Without comments and the texts in triple quotes, in which definitions are only told of. */
function withoutText(script: string): string {
  return script.replace(/("""|''')[\s\S]*?\1/g, '""').replace(/^\s*#.*$/gm, "");
}
