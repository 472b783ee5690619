import { columnsOf } from "@/components/data-table/table-features";
import { RelativeTime } from "@/components/ui/relative-time";
import { modelSourceLabel } from "@/lib/endpoints/model-view";
import { amountWords, needOf } from "@/lib/inference-components/room";
import type { ComponentDetail } from "@/lib/inference-components/view";

import { ComponentLink } from "./component-link";
import { ComponentStatus } from "./component-status";
import { CopiesForm } from "./copies-form";

const column = columnsOf<ComponentDetail>();

export const componentColumns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ row }) => <ComponentLink endpoint={row.original.endpoint} name={row.original.name} />,
  }),
  column.accessor("status", {
    id: "status",
    header: "Status",
    meta: { phone: "aside" },
    cell: ({ row }) => <ComponentStatus {...row.original} />,
  }),
  column.display({
    id: "copies",
    header: "Copies",
    cell: ({ row }) => <CopiesForm component={row.original} />,
  }),
  column.display({
    id: "needs",
    header: "Each copy needs",
    meta: { phone: "hidden" },
    cell: ({ row }) => <span className="whitespace-nowrap">{amountWords(needOf(row.original.specification))}</span>,
  }),
  column.display({
    id: "model",
    header: "Model",
    cell: ({ row }) => <Model component={row.original} />,
  }),
  column.accessor("createdAt", {
    id: "created",
    header: "Created",
    meta: { phone: "hidden" },
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
]);

function Model({ component: { source, task, isModelMissing } }: { component: ComponentDetail }) {
  if (isModelMissing) return <span className="text-warning">its model was deleted</span>;
  return (
    <span className="flex flex-col">
      {source ? <span className="font-mono text-sm">{modelSourceLabel(source)}</span> : null}
      {task ? <span className="text-sm text-muted">{task}</span> : null}
    </span>
  );
}
