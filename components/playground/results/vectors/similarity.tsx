import { HelpMark } from "@/components/ui/help-mark";
import { cosine } from "@/lib/inference/results/vectors";

const MAX_TEXTS = 10;

/** How alike texts are, each with each: the cosine of their mean vectors. */
export function Similarity({ texts }: { texts: readonly { name: string; vector: readonly number[] }[] }) {
  const shown = texts.slice(0, MAX_TEXTS);
  const [first, second] = shown;
  const only = first && second && shown.length === 2 ? cosine(first.vector, second.vector) : null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="flex items-center text-sm font-medium">
        How alike they are
        <HelpMark label="How alike">
          The cosine of the mean vectors, computed in your browser: 1 means the same direction, 0 unrelated, below 0
          opposite.
        </HelpMark>
      </h3>
      {only === null ? null : (
        <p className="text-2xl font-semibold tabular-nums">
          {only.toFixed(3)} <span className="text-base font-normal text-muted">cosine similarity</span>
        </p>
      )}
      <div className="overflow-x-auto">
        <table aria-label="How alike the texts are" className="text-sm tabular-nums">
          <thead>
            <tr>
              <td />
              {shown.map((text, at) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: texts keep their places, equal ones are possible
                  key={at}
                  scope="col"
                  title={text.name}
                  className="w-14 px-1 text-center text-xs font-medium text-muted"
                >
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, y) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <tr key={y}>
                <th
                  scope="row"
                  title={row.name}
                  className="max-w-48 truncate pr-3 text-left text-xs font-medium text-muted"
                >
                  {y + 1} {row.name}
                </th>
                {shown.map((column, x) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <Cell key={x} value={cosine(row.vector, column.vector)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {texts.length > shown.length ? (
        <p className="text-sm text-muted">
          The first {shown.length} of {texts.length} texts are compared.
        </p>
      ) : null}
    </section>
  );
}

/** The tint only repeats what the number says, and stays weak enough to read it. */
function Cell({ value }: { value: number | null }) {
  const strength = Math.round(Math.min(1, Math.abs(value ?? 0)) * 38);
  const hue = (value ?? 0) < 0 ? "var(--chart-2)" : "var(--chart-1)";
  return (
    <td
      className="h-9 border border-panel px-2 text-center"
      style={{ background: `color-mix(in oklab, ${hue} ${strength}%, var(--panel))` }}
    >
      {value === null ? "–" : value.toFixed(2)}
    </td>
  );
}
