import { Button } from "@/components/ui/button";
import { ReplayChange as ReplayChangeSchema } from "@/lib/scaling/replay/schema";
import type { ReplayChange, StartUp } from "@/lib/scaling/replay/view";
import { startUpWords, targetUnit } from "@/lib/scaling/replay/words";
import type { ScheduledConfig } from "@/lib/scaling/schema";

import { ScheduleFields } from "../editor/schedule-fields";
import { LiveNumberField } from "./live-number-field";

type Values = {
  target?: number;
  min?: number;
  max?: number;
  out?: number;
  in?: number;
  startUp?: number;
  actions?: ScheduledConfig[];
};

type ChangeFormProps = {
  now: ReplayChange;
  change: ReplayChange;
  /** The scheduled actions that there are. */
  scheduledToday: ScheduledConfig[];
  metric: string;
  startUp: StartUp;
  startUpMinutes: number;
  onChange: (values: Values) => void;
  onForget: () => void;
};

/** The settings to try. Each takes effect while it is typed, and stands in the address. */
export function ChangeForm(props: ChangeFormProps) {
  const { now, change, scheduledToday, metric, startUp, startUpMinutes, onChange, onForget } = props;
  const parsed = ReplayChangeSchema.safeParse(change);
  const error = (field: keyof ReplayChange) =>
    parsed.success ? undefined : parsed.error.issues.find(({ path }) => path[0] === field)?.message;
  const today = (field: Exclude<keyof ReplayChange, "scheduled">) =>
    change[field] === now[field] ? "As today." : `Today ${now[field]}.`;
  const isChanged =
    startUpMinutes !== startUp.minutes ||
    (Object.keys(now) as (keyof ReplayChange)[]).some((field) => change[field] !== now[field]);
  return (
    <form aria-label="Settings to try" className="flex flex-col gap-3" onSubmit={(event) => event.preventDefault()}>
      <div className="grid grid-cols-6 items-start gap-4 max-lg:grid-cols-3 max-sm:grid-cols-2">
        <LiveNumberField
          label="Target"
          isWhole={false}
          value={change.target}
          error={error("target")}
          help={`${today("target")} In ${targetUnit(metric)}.`}
          onChange={(target) => onChange({ target })}
        />
        <LiveNumberField
          label="Minimum"
          value={change.min}
          error={error("min")}
          help={`${today("min")} Instances.`}
          onChange={(min) => onChange({ min })}
        />
        <LiveNumberField
          label="Maximum"
          value={change.max}
          error={error("max")}
          help={`${today("max")} Instances.`}
          onChange={(max) => onChange({ max })}
        />
        <LiveNumberField
          label="Scale-out cooldown"
          value={change.scaleOutCooldownSeconds}
          error={error("scaleOutCooldownSeconds")}
          help={`${today("scaleOutCooldownSeconds")} Seconds.`}
          onChange={(out) => onChange({ out })}
        />
        <LiveNumberField
          label="Scale-in cooldown"
          value={change.scaleInCooldownSeconds}
          error={error("scaleInCooldownSeconds")}
          help={`${today("scaleInCooldownSeconds")} Seconds.`}
          onChange={(value) => onChange({ in: value })}
        />
        <LiveNumberField
          label="Start-up"
          value={startUpMinutes}
          help={startUpWords(startUp)}
          onChange={(minutes) => onChange({ startUp: minutes })}
        />
      </div>
      <details className="rounded-control border border-border">
        <summary className="cursor-pointer px-3 py-2 text-sm marker:text-muted">
          <span className="font-medium">Scheduled actions</span>{" "}
          <span className="text-muted">
            {change.scheduled === null ? `As today: ${scheduledToday.length}.` : `${change.scheduled.length} to try.`}
          </span>
        </summary>
        <div className="border-t border-border p-3">
          <ScheduleFields
            scheduled={change.scheduled ?? scheduledToday}
            min={change.min}
            onChange={(actions) => onChange({ actions })}
            error={(path) =>
              parsed.success ? undefined : parsed.error.issues.find((issue) => issue.path.join(".") === path)?.message
            }
          />
        </div>
      </details>
      {isChanged ? (
        <Button size="sm" variant="ghost" className="w-fit" onClick={onForget}>
          Back to today's settings
        </Button>
      ) : null}
    </form>
  );
}
