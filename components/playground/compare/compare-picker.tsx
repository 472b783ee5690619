"use client";

import { useQuery } from "@tanstack/react-query";
import { Columns2 } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { endpointQueries } from "@/lib/endpoints/queries";
import { type CompareTarget, compareOffers, MAX_COMPARED, targetKey } from "@/lib/playground/compare";

/** As many as a menu can show, and as many rows as are read at once. */
const OFFERED = 30;

type Props = { endpoint: EndpointDetail; taken: readonly CompareTarget[]; onAdd: (target: CompareTarget) => void };

/** Adds a model to compare with. */
export function ComparePicker(props: Props) {
  return (
    <Menu
      trigger={
        <Button size="sm" disabled={props.taken.length >= MAX_COMPARED - 1}>
          <Columns2 aria-hidden="true" className="size-4" />
          Compare with…
        </Button>
      }
    >
      <Offers {...props} />
    </Menu>
  );
}

/** Read only while the menu is open: the tasks of many endpoints take many calls. */
function Offers({ endpoint, taken, onAdd }: Props) {
  const { id } = useWorkspace();
  const list = useQuery(endpointQueries.list(id, { status: "InService", limit: 100 }));
  const listed = list.data?.items ?? [];
  const rows = useQuery(endpointQueries.rows(id, listed.slice(0, OFFERED)));
  const own = { endpoint: endpoint.name, task: endpoint.task, variants: endpoint.variants.map(({ name }) => name) };
  const names = listed.map(({ name }) => name);
  const offers = compareOffers(own, names, rows.data ?? [], taken).slice(0, OFFERED);

  if (list.isPending || (listed.length > 0 && rows.isPending)) {
    return <p className="px-2 py-1 text-sm text-muted">Looking for endpoints…</p>;
  }
  if (offers.length === 0) return <p className="px-2 py-1 text-sm text-muted">No other endpoint is in service.</p>;
  return offers.map((offer) => (
    <MenuItem key={targetKey(offer)} onSelect={() => onAdd(offer)} reason={offer.hint}>
      <span className="font-mono text-sm break-all">{targetKey(offer)}</span>
    </MenuItem>
  ));
}
