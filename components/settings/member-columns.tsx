import { columnsOf } from "@/components/data-table/table-features";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { MemberView } from "@/lib/members/view";

import { MemberMenu } from "./member-menu";
import { MemberRoleSelect } from "./member-role-select";
import { YouMark } from "./you-mark";

const column = columnsOf<MemberView>();

export const memberColumns = column.columns([
  column.accessor("name", {
    header: "Name",
    cell: ({ row: { original } }) => (
      <span className="inline-flex items-center gap-2 font-medium">
        <span className="break-all">{original.name}</span>
        <YouMark memberId={original.id} />
        {original.hasPassword ? null : <Badge>single sign-on</Badge>}
      </span>
    ),
  }),
  column.accessor("role", { header: "Role", cell: ({ row }) => <MemberRoleSelect member={row.original} /> }),
  column.accessor("isDisabled", {
    header: "Status",
    cell: ({ getValue }) =>
      getValue() ? <StatusBadge tone="idle" label="Disabled" /> : <StatusBadge tone="good" label="Active" />,
  }),
  column.accessor("lastSignInAt", {
    header: "Last sign-in",
    cell: ({ getValue }) => {
      const at = getValue();
      return at ? <RelativeTime at={at} /> : <span className="text-muted">never</span>;
    },
  }),
  column.accessor("createdAt", {
    header: "Added",
    meta: { phone: "hidden" },
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
  column.display({
    id: "actions",
    header: () => <span className="sr-only">Actions</span>,
    meta: { name: "Actions", align: "right", phone: "aside", width: "w-12" },
    cell: ({ row }) => <MemberMenu member={row.original} />,
  }),
]);
