"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Panel } from "@/components/ui/panel";
import { useNow } from "@/components/ui/use-now";
import { isExpired } from "@/lib/endpoints/expiry";
import { endpointQueries } from "@/lib/endpoints/queries";

import { EndpointLink } from "./endpoint-link";
import { ExpiryBadge } from "./expiry-badge";
import { ExtendMenu } from "./extend-menu";

const SOON_MS = 24 * 3_600_000;

/** What has expired and what does within a day; nothing when there is none. */
export function ExpiringEndpoints() {
  const { id } = useWorkspace();
  const now = useNow();
  const { data } = useQuery(endpointQueries.expiring(id));
  if (!data || now === null) return null;
  const soon = data.filter(({ expiresAt }) => Date.parse(expiresAt) - now < SOON_MS);
  if (soon.length === 0) return null;
  const expired = soon.filter(({ expiresAt }) => isExpired(expiresAt, now)).length;
  return (
    <Panel id="expired" {...headOf(expired, soon.length)} flush>
      <ul className="border-t border-border">
        {soon.map(({ name, expiresAt }) => (
          <li
            key={name}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-border px-4 py-2 text-sm last:border-b-0"
          >
            <span className="min-w-0 flex-1 truncate max-sm:basis-full">
              <EndpointLink name={name} />
            </span>
            <ExpiryBadge expiresAt={expiresAt} />
            <ExtendMenu name={name} expiresAt={expiresAt} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function headOf(expired: number, all: number) {
  if (expired === 0)
    return { title: "Expiring soon", description: "They expire within a day. Extend those that are still needed." };
  if (expired === all)
    return {
      title: "Expired",
      description: "Their time is over and they still cost. Extend those that are needed and delete the others.",
    };
  return {
    title: "Expired or expiring soon",
    description: "Some still cost after their time, the others expire within a day. Extend those that are needed.",
  };
}
