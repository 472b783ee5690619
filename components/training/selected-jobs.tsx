"use client";

import { Columns3, OctagonX, X } from "lucide-react";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { workspacePath } from "@/lib/routes";
import { comparisonPath, comparisonRefusal } from "@/lib/training/compare/jobs";

import { StopJobsDialog } from "./stop-jobs-dialog";

type Props = { selected: readonly string[]; running: readonly string[]; onClear: () => void };

/** What can be done with the selected jobs. It lies over the page's end, so that no row moves while one selects. */
export function SelectionBar({ selected, running, onClear }: Props) {
  const { id } = useWorkspace();
  const [isStopping, setStopping] = useState(false);
  const noCompare = comparisonRefusal(selected.length);
  const noStop = useRefusal("training:stop") ?? (running.length === 0 ? "None of them runs." : null);
  return (
    <>
      {selected.length > 0 ? (
        <section
          aria-label="Selected training jobs"
          className="sticky bottom-4 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-border bg-overlay py-2 pr-2 pl-4 shadow-overlay"
        >
          <p className="font-medium tabular-nums" aria-live="polite">
            {selected.length} selected
          </p>
          <IconButton label="Clear the selection" className="sm:order-last" onClick={onClear}>
            <X aria-hidden="true" />
          </IconButton>
          <Reasoned reason={noCompare}>
            {noCompare ? (
              <Button disabled>
                <Columns3 aria-hidden="true" />
                Compare
              </Button>
            ) : (
              <ButtonLink variant="primary" href={workspacePath(id, comparisonPath(selected))}>
                <Columns3 aria-hidden="true" />
                Compare
              </ButtonLink>
            )}
          </Reasoned>
          <Reasoned reason={noStop}>
            <Button disabled={noStop !== null} onClick={() => setStopping(true)}>
              <OctagonX aria-hidden="true" />
              {noStop ? "Stop" : `Stop ${running.length} running`}
            </Button>
          </Reasoned>
        </section>
      ) : null}
      {isStopping ? <StopJobsDialog names={running} onClose={() => setStopping(false)} /> : null}
    </>
  );
}

function Reasoned({ reason, children }: { reason: string | null; children: React.ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {children}
      {reason ? <span className="text-sm text-muted">{reason}</span> : null}
    </span>
  );
}
