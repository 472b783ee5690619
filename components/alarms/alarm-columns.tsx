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
      <span className="flex items-center gap-2">
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
    cell: ({ row }) => <span className="whitespace-nowrap">{alarmSentence(row.original)}</span>,
  }),
  column.accessor("endpoint", {
    id: "endpoint",
    header: "Endpoint",
    meta: { phone: "hidden" },
    cell: ({ row }) => <WatchedEndpoint alarm={row.original} />,
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
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
  column.display({
    id: "menu",
    header: () => <span className="sr-only">Actions</span>,
    meta: { name: "Actions", align: "right" },
    cell: ({ row }) => <AlarmMenu alarm={row.original} />,
  }),
]);

function Notified({ alarm }: { alarm: AlarmView }) {
  if (alarm.isOfScaling) return <span className="text-muted">its scaling policy</span>;
  const topics = alarm.alarmActions.filter(isTopic).map(topicName);
  if (topics.length === 0) return <span className="text-muted">nobody</span>;
  return <span className={alarm.isTelling ? undefined : "text-muted line-through"}>{topics.join(", ")}</span>;
}
