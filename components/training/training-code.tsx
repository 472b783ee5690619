import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { programNotes } from "@/lib/code-export/program/notes";
import { trainingTabs } from "@/lib/code-export/program/tabs";
import type { ProgramExport } from "@/lib/code-export/program/view";
import { makingCalls } from "@/lib/recipes/calls";

type TrainingCodeProps = { wanted: ProgramExport; isEmulator: boolean /** What else is good to know. */; note: string };

/** A training job in each language, with what one does before running it. */
export function TrainingCode({ wanted, isEmulator, note }: TrainingCodeProps) {
  const notes = programNotes(makingCalls(wanted.requests), { isEmulator });
  return (
    <Panel title="The same as code" description={[note, ...notes].join(" ")}>
      <CodeBlock label="Code for this job" tabs={trainingTabs(wanted)} />
    </Panel>
  );
}
