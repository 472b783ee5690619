import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

import { cn } from "@/lib/cn";

/** Spread onto the control inside a `Field`. */
export type FieldIds = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** Overrides the generated id, so that an error summary can link to the control. */
  id?: string;
  className?: string;
  children: (ids: FieldIds) => ReactNode;
};

/** Label above, control, help below, error beside: `<Field label="Name">{(ids) => <Input {...ids} />}</Field>`. */
export function Field({ label, help, error, required = false, id, className, children }: FieldProps) {
  const generated = useId();
  const controlId = id ?? generated;
  const helpId = `${controlId}-help`;
  const errorId = `${controlId}-error`;
  const describedBy = [help ? helpId : null, error ? errorId : null].filter(Boolean).join(" ");

  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-center gap-1 text-sm font-medium">
        <label htmlFor={controlId}>{label}</label>
        {required ? null : <span className="font-normal text-muted">(optional)</span>}
      </div>
      {children({
        id: controlId,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      {error ? (
        <p id={errorId} className="flex items-start gap-1 text-sm text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
      {help ? (
        <div id={helpId} className="text-sm text-muted">
          {help}
        </div>
      ) : null}
    </div>
  );
}
