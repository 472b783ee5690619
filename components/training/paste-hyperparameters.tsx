"use client";

import { ClipboardPaste } from "lucide-react";
import { useId, useState } from "react";
import { useFormContext } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { plural } from "@/lib/format/numbers";
import { pastedHyperparameters } from "@/lib/training/paste-hyperparameters";
import type { TrainingFormValues } from "@/lib/training/schema";

type PasteHyperparametersProps = { onRows: (rows: TrainingFormValues["hyperparameters"]) => void };

/** Many hyperparameters at once; a name that is there already gets the pasted value. */
export function PasteHyperparameters({ onRows }: PasteHyperparametersProps) {
  const { getValues } = useFormContext<TrainingFormValues>();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const textId = useId();
  const hintId = useId();
  const pasted = text.trim() ? pastedHyperparameters(text) : null;

  function take() {
    if (!pasted?.ok) return;
    const news = new Map(pasted.rows.map((row) => [row.name, row]));
    const kept = getValues("hyperparameters").filter((row) => row.name !== "" || row.value !== "");
    const changed = kept.map((row) => news.get(row.name) ?? row);
    const added = [...news.values()].filter(({ name }) => !kept.some((row) => row.name === name));
    onRows([...changed, ...added]);
    setText("");
    setOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      size="md"
      title="Paste hyperparameters"
      description="A JSON object, a Python dict from a notebook, or the arguments of a command line."
      trigger={
        <Button size="sm" variant="ghost">
          <ClipboardPaste aria-hidden="true" />
          Paste many
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" disabled={!pasted?.ok} onClick={take}>
            {pasted?.ok ? `Take ${plural(pasted.rows.length, "hyperparameter")}` : "Take them"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-1">
        <label htmlFor={textId} className="text-sm font-medium">
          Text
        </label>
        <Textarea
          id={textId}
          mono
          rows={8}
          spellCheck={false}
          aria-describedby={hintId}
          placeholder={"{'epochs': 3, 'learning_rate': 3e-5, 'fp16': True}"}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={hintId} role="status" className="text-sm text-muted">
          {pasted === null
            ? "Values keep their types. Names that are in the form already get the pasted value."
            : pasted.ok
              ? `Found: ${pasted.rows.map(({ name }) => name).join(", ")}.`
              : pasted.problem}
        </p>
      </div>
    </Dialog>
  );
}
