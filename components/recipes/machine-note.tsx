import type { Recipe } from "@/catalog/recipes/schema";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { type MachineView, machineNote } from "@/lib/recipes/machine";

type MachineNoteProps = { recipe: Pick<Recipe, "imports" | "training">; machine: MachineView };

/** Whether a recipe's script runs on the emulator's machine, and what it lacks. */
export function MachineNote({ recipe, machine }: MachineNoteProps) {
  const note = machineNote(recipe, machine);
  if (!note) return null;
  return (
    <Callout tone={note.runs ? "good" : "warning"} title={note.title}>
      <p>{note.text}</p>
      {note.command ? (
        <CodeBlock className="mt-2 text-foreground" label="To install them" language="Shell" code={note.command} />
      ) : null}
    </Callout>
  );
}
