"use client";

import { Dialog } from "@/components/ui/dialog";
import type { InferenceRequest } from "@/lib/inference/request";
import type { SavedExample } from "@/lib/playground/view";
import { problemIn } from "@/lib/problem-in";

import { ExampleForm } from "./example-form";
import { useExamples } from "./use-examples";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  task: string;
  request: InferenceRequest;
  /** Why it is asked for. */
  reason?: string;
  onSaved: (example: SavedExample) => void;
};

/** Saves the input as it stands for everybody who may try models in this workspace. */
export function SaveExampleDialog({ open, onOpenChange, task, request, reason, onSaved }: Props) {
  const { save } = useExamples(task);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save as an example"
      description={
        <>
          {reason ? <p>{reason}</p> : null}
          <p>Everybody who may try models in this workspace will find it in the form of this task.</p>
        </>
      }
    >
      <ExampleForm
        initial={{ name: "", note: "" }}
        action="Save example"
        busy={save.isPending}
        error={save.error && problemIn(save.error)}
        onCancel={() => onOpenChange(false)}
        onSubmit={(words) =>
          save.mutate(
            { input: { task, ...words }, request },
            {
              onSuccess: (example) => {
                onOpenChange(false);
                onSaved(example);
              },
            },
          )
        }
      />
    </Dialog>
  );
}
