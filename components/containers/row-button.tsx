type RowButtonProps = {
  label: string;
  /** Tells rows of the same label apart for screen readers. */
  hint?: string;
  onChoose: () => void;
};

/** The first cell of a row: opens the row's image in the picker. */
export function RowButton({ label, hint, onChoose }: RowButtonProps) {
  return (
    <th scope="row" className="border-b px-3 py-1 text-left font-normal">
      <button
        type="button"
        onClick={onChoose}
        className="min-h-6 text-left font-mono text-accent-text underline-offset-2 hover:underline"
      >
        {label}
        <span className="sr-only">{hint ? `, ${hint}` : ""}: open in the picker</span>
      </button>
    </th>
  );
}
