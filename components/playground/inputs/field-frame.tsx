import { type ReactNode, useId } from "react";

type Props = {
  label: ReactNode;
  help?: ReactNode;
  actions?: ReactNode;
  children: (ids: { id: string; "aria-describedby": string | undefined }) => ReactNode;
};

/** A label above, help below; unlike `Field` it says nothing of optional: a form for trying is all of one piece. */
export function FieldFrame({ label, help, actions, children }: Props) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {actions}
      </div>
      {children({ id, "aria-describedby": help ? `${id}-help` : undefined })}
      {help ? (
        <p id={`${id}-help`} className="text-sm text-muted">
          {help}
        </p>
      ) : null}
    </div>
  );
}
