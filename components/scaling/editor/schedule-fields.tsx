"use client";

import { Plus } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { useNow } from "@/components/ui/use-now";
import { nextRuns } from "@/lib/scaling/next-runs";
import { freshSchedule } from "@/lib/scaling/presets";
import type { ScheduledConfig } from "@/lib/scaling/schema";

type Props = {
  scheduled: ScheduledConfig[];
  /** What a new action's minimum begins with. */
  min: number;
  onChange: (scheduled: ScheduledConfig[]) => void;
  error: (path: string) => string | undefined;
};

/** Other bounds at set times: more in the morning, none at night. */
export function ScheduleFields({ scheduled, min, onChange, error }: Props) {
  const set = (index: number, part: Partial<ScheduledConfig>) =>
    onChange(scheduled.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className="flex flex-col gap-3">
      {scheduled.length === 0 ? <p className="text-base text-muted">No schedule: the bounds stay.</p> : null}
      {scheduled.map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action's name is being typed; its place is its identity
        <div key={index} className="flex max-w-180 flex-col gap-4 rounded-control border border-border p-3">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Action name" required error={error(`scheduled.${index}.name`)}>
              {(ids) => (
                <Input
                  {...ids}
                  mono
                  value={action.name}
                  onChange={({ target }) => set(index, { name: target.value })}
                />
              )}
            </Field>
            <Field
              label="Time zone"
              help="Empty is UTC. It keeps its hour when the clocks change."
              error={error(`scheduled.${index}.timezone`)}
            >
              {(ids) => (
                <Input
                  {...ids}
                  list="time-zones"
                  value={action.timezone ?? ""}
                  onChange={({ target }) => set(index, { timezone: target.value || null })}
                />
              )}
            </Field>
            <Field
              label="Schedule"
              required
              error={error(`scheduled.${index}.schedule`)}
              help="cron(minute hour day month weekday year), rate(2 hours) or at(2026-12-24T18:00:00)"
            >
              {(ids) => (
                <Input
                  {...ids}
                  mono
                  value={action.schedule}
                  onChange={({ target }) => set(index, { schedule: target.value })}
                />
              )}
            </Field>
            <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
              <NumberField
                label="New minimum"
                optional
                min={0}
                value={action.min}
                onChange={(value) => set(index, { min: value })}
                error={error(`scheduled.${index}.min`)}
              />
              <NumberField
                label="New maximum"
                optional
                min={0}
                value={action.max}
                onChange={(value) => set(index, { max: value })}
                error={error(`scheduled.${index}.max`)}
              />
            </div>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <NextRuns action={action} />
            <Button
              aria-label={`Remove the action ${action.name}`}
              onClick={() => onChange(scheduled.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </div>
        </div>
      ))}
      <datalist id="time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Button
        size="sm"
        className="w-fit"
        onClick={() => onChange([...scheduled, freshSchedule(`schedule-${scheduled.length + 1}`, min, ownZone())])}
      >
        <Plus aria-hidden="true" />
        Scheduled action
      </Button>
    </div>
  );
}

function NextRuns({ action }: { action: ScheduledConfig }) {
  const now = useNow();
  if (now === null) return null;
  const { runs, problem } = nextRuns(action, now);
  if (problem) return <p className="text-sm text-danger">{problem}</p>;
  const zone = action.timezone ?? "UTC";
  const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (
    <p className="text-sm text-muted">
      Next: {runs.map((at) => format.format(at)).join("; ")} ({zone})
    </p>
  );
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
