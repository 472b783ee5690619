import { columnsOf } from "@/components/data-table/table-features";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { isTopic } from "@/lib/alarms/request";
import { type AlarmView, topicName } from "@/lib/alarms/view";
import { alarmSentence } from "@/lib/alarms/words";

import { AlarmLink, WatchedEndpoint } from "./alarm-link";
import { AlarmMenu } from "./alarm-menu";
import { AlarmStateBadge } from "./alarm-state";

const column = columnsOf<AlarmView>();

export const alarmColumns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ row }) => (
      <span className="flex min-w-0 items-center gap-x-2 gap-y-1 max-sm:flex-wrap">
        <AlarmLink name={row.original.name} />
        {row.original.isOfScaling ? <Badge>scaling</Badge> : null}
        {row.original.isTelling ? null : <Badge>actions off</Badge>}
      </span>
    ),
  }),
  column.accessor("state", {
    id: "state",
    header: "State",
    meta: { phone: "aside" },
    cell: ({ getValue }) => <AlarmStateBadge state={getValue()} />,
  }),
  column.display({
    id: "fires",
    header: "Fires when",
    meta: { phone: "fill" },
    cell: ({ row }) => <span className="block min-w-56 max-sm:min-w-0">{alarmSentence(row.original)}</span>,
  }),
  column.accessor("endpoint", {
    id: "endpoint",
    header: "Endpoint",
    meta: { phone: "hidden" },
    cell: ({ row }) => (
      <span className="block min-w-32">
        <WatchedEndpoint alarm={row.original} />
      </span>
    ),
  }),
  column.display({
    id: "notifies",
    header: "Notifies",
    meta: { phone: "hidden" },
    cell: ({ row }) => <Notified alarm={row.original} />,
  }),
  column.accessor("stateAt", {
    id: "changed",
    header: "Last change",
    meta: { phone: "hidden" },
    cell: ({ getValue }) => (
      <span className="whitespace-nowrap">
        <RelativeTime at={getValue()} />
      </span>
    ),
  }),
  column.display({
    id: "menu",
    header: () => <span className="sr-only">Actions</span>,
    meta: { name: "Actions", align: "right" },
    cell: ({ row }) => <AlarmMenu alarm={row.original} />,
  }),
]);

function Notified({ alarm }: { alarm: AlarmView }) {
  if (alarm.isOfScaling) return <span className="whitespace-nowrap text-muted">its scaling policy</span>;
  const topics = alarm.alarmActions.filter(isTopic).map(topicName);
  if (topics.length === 0) return <span className="text-muted">nobody</span>;
  return <span className={alarm.isTelling ? undefined : "text-muted line-through"}>{topics.join(", ")}</span>;
}
