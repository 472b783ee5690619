import type { Recipe } from "@/catalog/recipes/schema";

const HEADS = ["Part", "In the notebook", "Today", "Why"];

/** What of a recipe is obsolete, beside what one takes today. On phones each row stands alone. */
export function ChangesTable({ changes }: { changes: Recipe["changes"] }) {
  return (
    <table aria-label="Old and new" className="w-full text-sm leading-[1.45] max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="border-b border-border px-4 pb-2 text-left font-medium text-muted">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block [&>tr:last-child>*]:border-b-0">
        {changes.map(({ part, notebook, today, why }) => (
          <tr
            key={`${part} ${notebook}`}
            className="max-sm:block max-sm:border-b max-sm:border-border max-sm:px-4 max-sm:py-3 max-sm:last:border-b-0 sm:[&>*]:border-b sm:[&>*]:border-border sm:[&>*]:px-4 sm:[&>*]:py-2.5"
          >
            <th scope="row" className="text-left align-top font-medium max-sm:block sm:w-40">
              {part}
            </th>
            <td className="align-top text-muted max-sm:block sm:w-1/4">
              <PhoneLabel>In the notebook: </PhoneLabel>
              <span className="break-words">{notebook}</span>
            </td>
            <td className="align-top max-sm:block sm:w-1/4">
              <PhoneLabel>Today: </PhoneLabel>
              <span className="break-words">{today}</span>
            </td>
            <td className="align-top text-muted max-sm:block">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PhoneLabel({ children }: { children: string }) {
  return <span className="text-muted sm:hidden">{children}</span>;
}
