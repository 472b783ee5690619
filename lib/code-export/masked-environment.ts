import { MASK } from "@/lib/secrets/mask";
import { Expression, type PythonValue } from "./python-literal";
import { secretVariable } from "./secrets";

/** A masked environment for a Python program: secrets are read from the shell, so that no program holds one. */
export function pythonEnvironment(environment: Record<string, string>): Record<string, PythonValue> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value === MASK ? new Expression(`os.environ[${JSON.stringify(secretVariable(name))}]`) : value,
    ]),
  );
}

/** `import os` when the program reads a secret from the shell. */
export function pythonImports(environment: Record<string, string>): string {
  return Object.values(environment).includes(MASK) ? "import os\n\n" : "";
}
