import type { Recipe } from "@/catalog/recipes/schema";

/** What the emulator's machine offers to scripts. */
export type MachineView = {
  /** Whether the emulator was started so that it runs people's scripts. */
  runsScripts: boolean;
  /** The interpreter with the modules that were asked for; null: there is none. */
  python3: { version: string; modules: Record<string, boolean> } | null;
};

export type MachineNote = {
  runs: boolean;
  title: string;
  text: string /** What brings what is missing. */;
  command: string | null;
};

/** Modules whose package has another name. */
const PACKAGES: Record<string, string> = { sklearn: "scikit-learn", torch_neuron: "torch-neuron" };

/** Whether a recipe's script can run in the emulator on this machine, and what it lacks; null: the recipe has no script. */
export function machineNote(
  { imports, training }: Pick<Recipe, "imports" | "training">,
  machine: MachineView,
): MachineNote | null {
  if (imports.length === 0) return null;
  const what = training ? "job" : "endpoint";
  if (!machine.runsScripts) {
    return {
      runs: false,
      title: "The emulator runs no scripts",
      text: `It was started without leave to run scripts on this machine, so the ${what} would fail.`,
      command: null,
    };
  }
  if (!machine.python3) {
    return {
      runs: false,
      title: "Needs Python",
      text: `The emulator runs the script with this machine's python3, and finds none: the ${what} would fail.`,
      command: null,
    };
  }
  const { version, modules } = machine.python3;
  const missing = imports.filter((name) => !modules[name]);
  const [first] = missing;
  if (!first) {
    return {
      runs: true,
      title: "Runs here",
      text: `The emulator runs the script with this machine's Python ${version}, which has ${inWords(imports.map(packageOf))}.`,
      command: null,
    };
  }
  const unless = training?.source.kind === "git" ? ", unless the requirements.txt beside the script brings it" : "";
  return {
    runs: false,
    title: `Needs ${inWords(missing.map(packageOf))}`,
    text: `Not on this machine, whose Python ${version} would run the script: the ${what} would fail with “No module named '${first}'”${unless}.`,
    command: `python3 -m pip install ${missing.map(packageOf).join(" ")}`,
  };
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}

function packageOf(module: string): string {
  return PACKAGES[module] ?? module;
}
