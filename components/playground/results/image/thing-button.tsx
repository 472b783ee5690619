type Props = { label: string; colour: string | undefined; onPointed: (isPointed: boolean) => void };

/** A row's thing by name; focus or a tap shows where it is, as hovering the row does. */
export function ThingButton({ label, colour, onPointed }: Props) {
  return (
    <button
      type="button"
      title="Show where it is"
      onFocus={() => onPointed(true)}
      onBlur={() => onPointed(false)}
      onClick={() => onPointed(true)}
      className="inline-flex items-center gap-1.5 rounded-sm text-left"
    >
      <span aria-hidden="true" className="size-2.5 shrink-0 rounded-sm" style={{ background: colour }} />
      {label}
    </button>
  );
}
