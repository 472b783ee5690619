"use client";

import { CirclePause, Copy, Ellipsis, RefreshCw, ScrollText, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { PageHead } from "@/components/ui/page-head";
import { useCopy } from "@/components/ui/use-copy";
import { hostsComponents } from "@/lib/endpoints/config-view";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { deletionRefusal } from "@/lib/endpoints/status";
import { isAnswering } from "@/lib/endpoints/view";
import { plural } from "@/lib/format/numbers";
import { parkRefusal } from "@/lib/parking/park-refusal";
import { workspacePath } from "@/lib/routes";
import { HOSTING_REFUSAL, updateRefusal } from "@/lib/updates/update-refusal";

import { DeleteEndpointDialog } from "./delete-endpoint-dialog";
import { EndpointStatus } from "./endpoint-status";
import { HourlyPrice } from "./hourly-price";
import { ParkDialog } from "./park-dialog";

/** Name, state, what runs and what it costs; trying it is the one thing most people come for. */
export function EndpointHead({ endpoint }: { endpoint: EndpointDetail }) {
  const { id } = useWorkspace();
  const page = (query: string) => workspacePath(id, `/endpoints/${encodeURIComponent(endpoint.name)}${query}`);
  return (
    <PageHead
      title={<span className="font-mono">{endpoint.name}</span>}
      summary={<Summary endpoint={endpoint} />}
      action={
        isAnswering(endpoint.status) ? (
          <ButtonLink variant="primary" href={page("?tab=playground")}>
            Try it
          </ButtonLink>
        ) : null
      }
      menu={<HeadMenu endpoint={endpoint} logsHref={page("?tab=logs")} />}
    />
  );
}

function Summary({ endpoint }: { endpoint: EndpointDetail }) {
  const facts = [
    endpoint.task,
    endpoint.mode === "real-time" ? null : endpoint.mode,
    endpoint.variants.length > 1 ? plural(endpoint.variants.length, "variant") : null,
    ...(endpoint.status === "Failed" ? [] : fleetsOf(endpoint.variants)),
  ].filter(Boolean);
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1">
      <EndpointStatus endpoint={endpoint} />
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {endpoint.cost.usdPerHour === null ? null : <HourlyPrice cost={endpoint.cost} withUnit />}
    </span>
  );
}

/** `3 × ml.m5.xlarge` for each type, whichever variants its instances are of. */
function fleetsOf(variants: EndpointDetail["variants"]): string[] {
  const counts = new Map<string, number | null>();
  for (const { instanceType, currentInstances, desiredInstances } of variants) {
    if (!instanceType) continue;
    const known = counts.get(instanceType) ?? (counts.has(instanceType) ? null : 0);
    const count = currentInstances ?? desiredInstances;
    counts.set(instanceType, known === null || count === null ? null : known + count);
  }
  return [...counts].map(([type, count]) => `${count ?? "?"} × ${type}`);
}

function HeadMenu({ endpoint, logsHref }: { endpoint: EndpointDetail; logsHref: ReturnType<typeof workspacePath> }) {
  const router = useRouter();
  const { id } = useWorkspace();
  const { copy } = useCopy();
  const [isDeleting, setDeleting] = useState(false);
  const [isParking, setParking] = useState(false);
  const refusal = useRefusal("endpoint:delete") ?? deletionRefusal(endpoint.status);
  const parking = useRefusal("endpoint:delete") ?? parkRefusal(endpoint.status);
  const updating =
    useRefusal("endpoint:deploy") ??
    updateRefusal(endpoint.status) ??
    (hostsComponents(endpoint) ? HOSTING_REFUSAL : null);
  return (
    <>
      <Menu
        trigger={
          <IconButton label="More actions">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuLink href={logsHref} icon={<ScrollText aria-hidden="true" />}>
          Read the logs
        </MenuLink>
        <MenuItem
          icon={<RefreshCw aria-hidden="true" />}
          disabled={updating !== null}
          reason={updating ?? undefined}
          onSelect={() => router.push(workspacePath(id, `/endpoints/${encodeURIComponent(endpoint.name)}/update`))}
        >
          Update…
        </MenuItem>
        <MenuItem
          icon={<CirclePause aria-hidden="true" />}
          disabled={parking !== null}
          reason={parking ?? undefined}
          onSelect={() => setParking(true)}
        >
          Park…
        </MenuItem>
        <MenuItem onSelect={() => copy(endpoint.arn)} icon={<Copy aria-hidden="true" />}>
          Copy ARN
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          tone="danger"
          icon={<Trash2 aria-hidden="true" />}
          disabled={refusal !== null}
          reason={refusal ?? undefined}
          onSelect={() => setDeleting(true)}
        >
          Delete…
        </MenuItem>
      </Menu>
      <ParkDialog name={endpoint.name} open={isParking} onOpenChange={setParking} />
      <DeleteEndpointDialog
        name={endpoint.name}
        open={isDeleting}
        onOpenChange={setDeleting}
        onDeleted={() => router.push(workspacePath(id, "/endpoints"))}
      />
    </>
  );
}
