"use client";

import { Ellipsis, FileText, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorPanel } from "@/components/ui/error-panel";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatUsdInColumn } from "@/lib/format/money";
import { operationPath } from "@/lib/operations/view";
import type { ParkedEndpoint, ParkedState } from "@/lib/parking/view";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { DiscardDialog } from "./discard-dialog";
import { useParked } from "./use-parked";

const STATES = {
  parking: { tone: "working", label: "Parking" },
  parked: { tone: "idle", label: "Parked" },
  restoring: { tone: "working", label: "Restoring" },
  failed: { tone: "danger", label: "Failed half-way" },
} as const satisfies Record<ParkedState, object>;

const CELL = "px-3 py-1.5 align-middle max-sm:block max-sm:py-0.5";

/** A parked endpoint: what it ran, what it saves, and the way back. */
export function ParkedRow({ parked, onShow }: { parked: ParkedEndpoint; onShow: () => void }) {
  const { id } = useWorkspace();
  const router = useRouter();
  const { restore } = useParked();
  const [isDiscarding, setDiscarding] = useState(false);
  const cannotRestore = useRefusal("endpoint:deploy");
  const isBusy = parked.state === "parking" || parked.state === "restoring";
  const cannotDiscard = useRefusal("endpoint:delete") ?? (isBusy ? "It is being worked on." : null);
  const { variants, usdPerHour } = parked.summary;
  const progress = workspacePath(id, operationPath(parked.operationId));
  return (
    <>
      <tr className="border-t border-border first:border-t-0 hover:bg-hover max-sm:block max-sm:py-2">
        <th scope="row" className={`${CELL} text-left font-normal`}>
          <button
            type="button"
            onClick={onShow}
            className="rounded-sm text-left font-mono break-all text-accent-text hover:underline"
          >
            {parked.endpoint}
          </button>
        </th>
        <td className={CELL}>
          <StatusBadge {...STATES[parked.state]} />
        </td>
        <td className={CELL}>
          {variants.map(({ name, fleet, model }) => (
            <span key={name} className="block">
              {fleet}, <span className="font-mono text-[0.93em] break-all text-muted">{model}</span>
            </span>
          ))}
        </td>
        <td className={`${CELL} text-right tabular-nums max-sm:text-left`}>
          {usdPerHour === null ? <span className="text-muted">–</span> : formatUsdInColumn(usdPerHour)}
          {usdPerHour === null ? null : <span className="sm:hidden"> $/h saved</span>}
        </td>
        <td className={CELL}>
          <RelativeTime at={parked.parkedAt} /> <span className="text-muted">by {parked.memberName}</span>
        </td>
        <td className={`${CELL} text-right whitespace-nowrap max-sm:text-left`}>
          <span className="inline-flex items-center gap-2">
            {parked.state === "parked" ? (
              <Button
                size="sm"
                disabled={cannotRestore !== null}
                title={cannotRestore ?? undefined}
                aria-label={`Restore ${parked.endpoint}`}
                busy={restore.isPending}
                onClick={() =>
                  restore.mutate(parked, {
                    onSuccess: (operation) => router.push(workspacePath(id, operationPath(operation.id))),
                  })
                }
              >
                Restore
              </Button>
            ) : (
              <ButtonLink size="sm" href={progress}>
                {isBusy ? "Progress" : "What failed"}
              </ButtonLink>
            )}
            <Menu
              trigger={
                <IconButton size="sm" label={`More for ${parked.endpoint}`}>
                  <Ellipsis aria-hidden="true" />
                </IconButton>
              }
            >
              <MenuItem icon={<FileText aria-hidden="true" />} onSelect={onShow}>
                What is kept
              </MenuItem>
              <MenuItem
                icon={<Trash2 aria-hidden="true" />}
                tone="danger"
                disabled={cannotDiscard !== null}
                reason={cannotDiscard ?? undefined}
                onSelect={() => setDiscarding(true)}
              >
                Discard…
              </MenuItem>
            </Menu>
          </span>
          <DiscardDialog parked={parked} open={isDiscarding} onOpenChange={setDiscarding} />
        </td>
      </tr>
      {restore.error ? (
        <tr className="max-sm:block">
          <td colSpan={6} className="px-3 pb-3 max-sm:block">
            <ErrorPanel
              title={`${parked.endpoint} was not restored`}
              problem={problemIn(restore.error)}
              onRetry={() => restore.mutate(parked)}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}
