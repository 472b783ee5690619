import type { Difference } from "@/lib/updates/diff-runs";

type DifferencesTableProps = {
  label: string;
  differences: readonly Difference[];
  /** What the two sides are called. */
  before: string;
  after: string;
};

/** What differs, one row a fact: before and after side by side. */
export function DifferencesTable({ label, differences, before, after }: DifferencesTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={`${label}, table`}>
      <table aria-label={label} className="w-full text-sm">
        <thead>
          <tr className="border-b border-border text-left text-muted">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              What
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {before}
            </th>
            <th scope="col" className="py-1.5 font-medium">
              {after}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr
              key={`${difference.variant} ${difference.field}`}
              className="border-b border-border align-top last:border-0"
            >
              <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                {difference.field}
                {difference.variant ? <span className="block font-normal text-muted">{difference.variant}</span> : null}
              </th>
              <Side text={difference.before} />
              <Side text={difference.after} isNew />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Side({ text, isNew = false }: { text: string | null; isNew?: boolean }) {
  return (
    <td className="min-w-24 py-1.5 pr-3 font-mono break-all">
      {text === null ? (
        <span className="font-sans text-muted">none</span>
      ) : (
        <span className={isNew ? undefined : "text-muted"}>{text}</span>
      )}
    </td>
  );
}
