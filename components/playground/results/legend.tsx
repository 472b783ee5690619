import { Eye, EyeOff } from "lucide-react";

import { cn } from "@/lib/cn";

const MAX_SHOWN = 40;

type Props = {
  /** What the labels are: `Types`. */
  name: string;
  colours: ReadonlyMap<string, string>;
  counts: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
  onHidden: (hidden: ReadonlySet<string>) => void;
};

/** The labels with their colours; a press hides a label in the drawing and shows it again. */
export function Legend({ name, colours, counts, hidden, onHidden }: Props) {
  const labels = [...colours].slice(0, MAX_SHOWN);

  function toggle(label: string) {
    const next = new Set(hidden);
    if (!next.delete(label)) next.add(label);
    onHidden(next);
  }

  return (
    <fieldset aria-label={name} className="flex min-w-0 flex-wrap items-center gap-1.5">
      {labels.map(([label, colour]) => {
        const isShown = !hidden.has(label);
        const Icon = isShown ? Eye : EyeOff;
        return (
          <button
            key={label}
            type="button"
            aria-pressed={isShown}
            onClick={() => toggle(label)}
            className={cn(
              "inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-border-control px-2.5 text-sm transition-colors hover:bg-hover max-sm:h-8",
              !isShown && "border-dashed text-muted",
            )}
          >
            <span
              aria-hidden="true"
              className={cn("size-2.5 shrink-0 rounded-sm", !isShown && "opacity-30")}
              style={{ background: colour }}
            />
            <span className={cn("truncate", !isShown && "line-through")}>{label}</span>{" "}
            <span className="text-xs text-muted tabular-nums">{counts.get(label)}</span>
            <Icon aria-hidden="true" className="size-3.5 text-muted" />
          </button>
        );
      })}
      {colours.size > labels.length ? (
        <span className="text-sm text-muted">and {colours.size - labels.length} more</span>
      ) : null}
    </fieldset>
  );
}

/** How often each label occurs. */
export function countLabels(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
