"use client";

import { CalendarRange } from "lucide-react";
import { type FormEvent, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Zone } from "@/lib/charts/time-labels";
import { fromFieldValue, toFieldValue } from "@/lib/metrics/field-moment";
import { toMinute } from "@/lib/metrics/windows";

type Props = {
  /** What is shown now, epoch milliseconds. */
  shown: { fromMs: number; toMs: number } | null;
  zone: Zone;
  onChoose: (moments: { from: string; to: string }) => void;
};

/** Asks for two moments between which the charts are shown. */
export function MomentsDialog({ shown, zone, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const from = fromFieldValue(String(form.get("from")), zone);
    const to = fromFieldValue(String(form.get("to")), zone);
    if (from === null || to === null) return setProblem("Give both moments.");
    if (from >= to) return setProblem("The window must end after it begins.");
    onChoose({ from: toMinute(from), to: toMinute(to) });
    setProblem(null);
    setOpen(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Between two moments"
      description={zone === "utc" ? "In UTC." : "In your own time zone."}
      trigger={
        <Button>
          <CalendarRange aria-hidden="true" />
          Choose times
        </Button>
      }
      footer={
        <Button variant="primary" type="submit" form="metrics-moments">
          Show this window
        </Button>
      }
    >
      <form id="metrics-moments" onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field label="From" required>
          {(ids) => (
            <Input
              {...ids}
              name="from"
              type="datetime-local"
              defaultValue={shown ? toFieldValue(shown.fromMs, zone) : ""}
            />
          )}
        </Field>
        <Field label="To" required error={problem ?? undefined}>
          {(ids) => (
            <Input
              {...ids}
              name="to"
              type="datetime-local"
              defaultValue={shown ? toFieldValue(shown.toMs, zone) : ""}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
