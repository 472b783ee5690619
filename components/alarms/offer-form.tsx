"use client";

import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { OfferedAlarm } from "@/lib/alarms/offer";
import { type NotifyInput, OfferInput } from "@/lib/alarms/schema";
import { alarmSentence } from "@/lib/alarms/words";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";

import { NotifyFields } from "./notify-fields";
import { useSaveOffered } from "./use-alarm-changes";

type Props = { endpoint: string; offered: readonly OfferedAlarm[] };

/** The alarms that an endpoint should have, all ticked: one press makes them. */
export function OfferForm({ endpoint, offered }: Props) {
  const refusal = useRefusal("alarm:write");
  const formId = useId();
  const save = useSaveOffered();
  const [unticked, setUnticked] = useState<string[]>([]);
  const [notify, setNotify] = useState<NotifyInput>({ kind: "none" });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const variants = new Set(offered.map(variantOf));
  const alarms = offered.map(({ name }) => name).filter((name) => !unticked.includes(name));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const parsed = OfferInput.safeParse({ endpoint, alarms, notify });
    if (!parsed.success) {
      return setProblems(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message])));
    }
    setProblems({});
    save.mutate(parsed.data, {
      onSuccess: () => toast.success(`${plural(alarms.length, "alarm")} created`),
    });
  }

  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">Alarms to create</legend>
        {offered.map((alarm) => (
          <Checkbox
            key={alarm.name}
            label={variants.size > 1 ? `${variantOf(alarm)}: ${alarmSentence(alarm)}` : alarmSentence(alarm)}
            help={alarm.why}
            checked={!unticked.includes(alarm.name)}
            onChange={(event) =>
              setUnticked(
                event.target.checked ? unticked.filter((name) => name !== alarm.name) : [...unticked, alarm.name],
              )
            }
          />
        ))}
      </fieldset>
      {refusal ? null : <NotifyFields value={notify} onChange={setNotify} problems={problems} />}
      {save.error ? <ErrorPanel title="The alarms were not all made" problem={problemIn(save.error)} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={save.isPending} disabled={refusal !== null || alarms.length === 0}>
          Create {plural(alarms.length, "alarm")}
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </form>
  );
}

function variantOf({ metric }: OfferedAlarm): string {
  return metric.dimensions.VariantName ?? "all variants";
}
