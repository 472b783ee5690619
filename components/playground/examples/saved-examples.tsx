"use client";

import { BookmarkPlus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { Button } from "@/components/ui/button";
import type { InferenceRequest } from "@/lib/inference/request";

import { ManageExamplesDialog } from "./manage-examples-dialog";
import { SaveExampleDialog } from "./save-example-dialog";
import { useExamples } from "./use-examples";

type Props = {
  task: string;
  /** The request as it stands in the form; null when it cannot be sent yet. */
  request: InferenceRequest | null;
  openId: string | null;
  onOpen: (id: string) => void;
};

/** So many stand in the form; the others are a click away. */
const SHOWN = 6;

/** The examples that people saved for this task, and the way to save one. */
export function SavedExamples({ task, request, openId, onOpen }: Props) {
  const { examples, mayInvoke } = useExamples(task);
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const [showsAll, showAll] = useState(false);
  if (!mayInvoke) return null;
  const shown = showsAll ? examples : examples.slice(0, SHOWN);
  const hidden = examples.length - shown.length;
  const close = (isOpen: boolean) => !isOpen && setDialog(null);

  return (
    <div className="-mx-2.5 flex flex-wrap items-center gap-1">
      {examples.length > 0 ? <span className="px-2.5 text-sm text-muted">Saved</span> : null}
      {shown.map((example) => (
        <Button
          key={example.id}
          size="sm"
          variant="ghost"
          title={example.note || undefined}
          aria-pressed={example.id === openId}
          className={example.id === openId ? "bg-accent-soft text-accent-text" : ""}
          onClick={() => onOpen(example.id)}
        >
          <span className="max-w-48 truncate">{example.name}</span>
        </Button>
      ))}
      {hidden > 0 ? (
        <Button size="sm" variant="ghost" onClick={() => showAll(true)}>
          {hidden} more
        </Button>
      ) : null}
      <Button size="sm" variant="ghost" disabled={!request} onClick={() => setDialog("save")}>
        <BookmarkPlus aria-hidden="true" className="size-4" />
        Save as example
      </Button>
      {examples.length > 0 ? (
        <Button size="sm" variant="ghost" onClick={() => setDialog("manage")}>
          Edit
        </Button>
      ) : null}
      {request ? (
        <SaveExampleDialog
          key={String(dialog === "save")}
          open={dialog === "save"}
          onOpenChange={close}
          task={task}
          request={request}
          onSaved={({ id, name }) => {
            toast.success(`"${name}" is saved for the workspace.`);
            onOpen(id);
          }}
        />
      ) : null}
      <ManageExamplesDialog open={dialog === "manage"} onOpenChange={close} task={task} />
    </div>
  );
}
