"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { formatBytes } from "@/lib/format/bytes";
import type { ExampleRow } from "@/lib/playground/view";
import { problemIn } from "@/lib/problem-in";

import { ExampleForm } from "./example-form";
import { useExamples } from "./use-examples";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; task: string };

/** Every saved example of a task, to rename or delete. */
export function ManageExamplesDialog({ open, onOpenChange, task }: Props) {
  const { examples, edit, remove, mayChange } = useExamples(task);
  const [editedId, setEdited] = useState<string | null>(null);

  function drop({ id, name }: ExampleRow) {
    remove.mutate(
      { id, name },
      {
        onSuccess: () => toast.success(`Example "${name}" is deleted.`),
        onError: (error) => toast.error("The example was not deleted", { description: problemIn(error).message }),
      },
    );
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Saved examples" size="md">
      {examples.length === 0 ? <p className="text-muted">None is left.</p> : null}
      <ul aria-label="Saved examples" className="-mx-2 max-h-[50dvh] divide-y divide-border overflow-y-auto">
        {examples.map((example) => (
          <li key={example.id} className="p-2">
            {editedId === example.id ? (
              <ExampleForm
                initial={example}
                action="Save"
                busy={edit.isPending}
                error={edit.error && problemIn(edit.error)}
                onCancel={() => setEdited(null)}
                onSubmit={(words) => edit.mutate({ id: example.id, ...words }, { onSuccess: () => setEdited(null) })}
              />
            ) : (
              <Row
                example={example}
                mayChange={mayChange(example)}
                onEdit={() => {
                  edit.reset();
                  setEdited(example.id);
                }}
                onDelete={() => drop(example)}
              />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type RowProps = { example: ExampleRow; mayChange: boolean; onEdit: () => void; onDelete: () => void };

function Row({ example, mayChange, onEdit, onDelete }: RowProps) {
  const { name, note, memberName, bytes } = example;
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{name}</p>
        <p className="text-sm break-words text-muted">
          {note ? `${note} · ` : ""}
          {memberName} · {formatBytes(bytes)}
          {mayChange ? "" : " · only they and operators may change it"}
        </p>
      </div>
      <IconButton label={`Edit ${name}`} disabled={!mayChange} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <IconButton label={`Delete ${name}`} disabled={!mayChange} onClick={onDelete}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}
