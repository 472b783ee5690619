"use client";

import { Columns3, OctagonX } from "lucide-react";
import { useState } from "react";

import { SelectionBar } from "@/components/data-table/selection-bar";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { workspacePath } from "@/lib/routes";
import { comparisonPath, comparisonRefusal } from "@/lib/training/compare/jobs";

import { StopJobsDialog } from "./stop-jobs-dialog";

type Props = { selected: readonly string[]; running: readonly string[]; onClear: () => void };

/** What can be done with the selected jobs. */
export function SelectedJobs({ selected, running, onClear }: Props) {
  const { id } = useWorkspace();
  const [isStopping, setStopping] = useState(false);
  const noCompare = comparisonRefusal(selected.length);
  const noStop = useRefusal("training:stop") ?? (running.length === 0 ? "None of them runs." : null);
  return (
    <>
      <SelectionBar label="Selected training jobs" count={selected.length} onClear={onClear}>
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
      </SelectionBar>
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
