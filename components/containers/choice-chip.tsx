import type { Option } from "@/catalog/containers/options";
import { Tooltip } from "@/components/ui/tooltip";
import { cn } from "@/lib/cn";

type ChoiceChipProps = {
  option: Option;
  name: string;
  isChosen: boolean;
  isMono: boolean;
  /** A second line, for the few choices that need one. */
  summary?: string | undefined;
  onPick: (option: Option) => void;
};

/**
 * One cell of the matrix. An impossible one can still be reached by keyboard, so that everybody can learn why: it is
 * `aria-disabled`, not `disabled`, and picking it only asks for the reason.
 */
export function ChoiceChip({ option, name, isChosen, isMono, summary, onPick }: ChoiceChipProps) {
  const reasonId = `${name}-${option.value}-reason`;
  const chip = (
    <label
      data-impossible={option.disabled || undefined}
      className={cn(
        "relative flex cursor-pointer flex-col rounded-control border px-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
        summary ? "justify-start py-1.5" : "h-8 justify-center max-sm:h-10",
        option.disabled
          ? "cursor-help border-dashed border-border-control/60 bg-transparent text-muted"
          : "border-border-control bg-panel hover:bg-hover",
        isChosen && "border-accent bg-selected font-medium inset-ring inset-ring-accent",
      )}
    >
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={isChosen}
        aria-disabled={option.disabled || undefined}
        aria-describedby={option.reason ? reasonId : undefined}
        onChange={() => onPick(option)}
        onClick={() => (option.disabled ? onPick(option) : undefined)}
        className="absolute inset-0 cursor-[inherit] appearance-none outline-none"
      />
      <span className={cn(!summary && "whitespace-nowrap", isMono && "font-mono text-sm tabular-nums")}>
        {option.label}
      </span>
      {summary ? <span className="text-xs font-normal text-muted">{summary}</span> : null}
      {option.reason ? (
        <span id={reasonId} hidden>
          {option.reason}
        </span>
      ) : null}
    </label>
  );
  return option.reason ? <Tooltip label={option.reason}>{chip}</Tooltip> : chip;
}
