import { tasks } from "./data";
import type { Task, TaskExample, TaskParameter } from "./schema";

const byName = new Map(tasks.flatMap((task) => [task.id, ...task.aliases].map((name) => [name, task] as const)));

/** `translation_en_to_de` and every other pair are one task. */
const TRANSLATION = /^translation_[a-z_]+_to_[a-z_]+$/i;

/** The task of a HF_TASK value, second names and language pairs included; null: the container does not know it. */
export function taskById(name: string): Task | null {
  return byName.get(name) ?? (TRANSLATION.test(name) ? (byName.get("translation") ?? null) : null);
}

/** The example that a form starts with. */
export function firstExample(task: Task): TaskExample {
  const [example] = task.examples;
  if (!example) throw new Error(`Task ${task.id} has no example.`);
  return example;
}

/** Parameters under one heading; "" for those that need none. */
export type ParameterGroup = { label: string; isAdvanced: boolean; parameters: TaskParameter[] };

const HEADINGS: [group: TaskParameter["group"], label: string][] = [
  [null, ""],
  ["length", "Length"],
  ["sampling", "Sampling"],
  ["beams", "Beams and number of answers"],
  ["repetition", "Repetition"],
];

/**
 * A task's parameters by heading, the rarely needed ones apart and last; groups without any are left out. Labels to
 * choose between are not among them: forms take them as a part of the input.
 */
export function parameterGroups(task: Task): ParameterGroup[] {
  const rows = task.parameters.filter((row) => row.name !== "candidate_labels");
  return [false, true].flatMap((isAdvanced) =>
    HEADINGS.map(([group, label]) => ({
      label,
      isAdvanced,
      parameters: rows.filter((row) => row.group === group && row.isAdvanced === isAdvanced),
    })).filter(({ parameters }) => parameters.length > 0),
  );
}

/** Tasks by what one gives them, for grouped selects. */
export function tasksByInput(): { label: string; tasks: Task[] }[] {
  const isIn = (prefix: string) => (task: Task) => task.inputKind.startsWith(prefix);
  return [
    { label: "Text", tasks: tasks.filter((task) => !isIn("image")(task) && !isIn("audio")(task)) },
    { label: "Image", tasks: tasks.filter(isIn("image")) },
    { label: "Audio", tasks: tasks.filter(isIn("audio")) },
  ];
}
