import type { PreviewTable } from "@/lib/s3/preview-table";

/** The first rows of a table in S3. */
export function PreviewGrid({ table: { columns, rows }, label }: { table: PreviewTable; label: string }) {
  return (
    <section
      aria-label={`${label}, scrollable`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-control border border-border -outline-offset-2"
    >
      <table aria-label={label} className="w-full border-separate border-spacing-0 text-xs">
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no identity but their place
              <th key={index} scope="col" className="sticky top-0 border-b border-border bg-inset px-2 py-1 text-left">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity but their place
            <tr key={index}>
              {row.map((value, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={at} className="max-w-60 truncate border-b border-border px-2 py-1" title={value}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
