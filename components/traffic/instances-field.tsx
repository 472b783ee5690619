import { useId } from "react";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import type { RunningVariant } from "@/lib/endpoints/view";
import { workspacePath } from "@/lib/routes";
import type { VariantWish } from "@/lib/traffic/schema";

type Props = {
  endpoint: string;
  running: RunningVariant;
  isServerless: boolean;
  wish: VariantWish | null;
  scaled: { min: number; max: number } | null;
  leastInstances: number;
  error: string | null;
  isDisabled: boolean;
  onInstances: (instances: number) => void;
};

/** How many instances a variant has; by hand only where nothing scales them, which would take it back. */
export function InstancesField({ endpoint, running, isServerless, wish, scaled, isDisabled, ...rest }: Props) {
  const { id } = useWorkspace();
  const inputId = useId();
  const { currentInstances, desiredInstances } = running;
  if (isServerless) return <p className="text-sm text-muted">Serverless: no instances</p>;
  const current = currentInstances ?? desiredInstances ?? 0;
  const value = wish?.instances ?? desiredInstances ?? current;
  if (scaled) {
    return (
      <p className="text-sm text-muted">
        <span className="text-foreground tabular-nums">{current}</span> instances, scaled automatically between{" "}
        {scaled.min} and {scaled.max}.{" "}
        <Link
          href={workspacePath(id, `/endpoints/${encodeURIComponent(endpoint)}?tab=scaling`)}
          className="text-accent-text underline"
        >
          Change the bounds
        </Link>
      </p>
    );
  }
  return (
    <div className="text-sm">
      <div className="flex items-center gap-2">
        <label htmlFor={inputId} className="text-muted">
          Instances
        </label>
        <Input
          id={inputId}
          type="number"
          aria-label={`Instances of ${running.name}`}
          min={rest.leastInstances}
          step={1}
          className="w-20 tabular-nums"
          value={Number.isNaN(value) ? "" : value}
          disabled={isDisabled}
          aria-invalid={rest.error ? true : undefined}
          aria-describedby={rest.error ? `${inputId}-error` : undefined}
          onChange={(event) => rest.onInstances(event.target.valueAsNumber)}
        />
        {value === current || Number.isNaN(value) ? null : (
          <span className="text-muted tabular-nums">now {current}</span>
        )}
      </div>
      {rest.error ? (
        <p id={`${inputId}-error`} className="text-danger">
          {rest.error}
        </p>
      ) : null}
    </div>
  );
}
