import { Lock } from "lucide-react";

type Props = { value: { value: string; isSecret: boolean }; note?: string | null };

/** A decoded value; a secret stays hidden. */
export function TextValue({ value: { value, isSecret }, note = null }: Props) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1.5 font-mono break-all">
      {value === "" ? <span className="text-muted">(empty)</span> : value}
      {isSecret ? (
        <>
          <Lock aria-hidden="true" className="size-3 text-muted" />
          <span className="sr-only">hidden</span>
        </>
      ) : null}
      {note ? <span className="font-sans text-xs font-normal text-muted">{note}</span> : null}
    </span>
  );
}
