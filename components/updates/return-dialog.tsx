"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { newRequestId } from "@/lib/deploy/request-id";
import { endpointQueries } from "@/lib/endpoints/queries";
import { problemIn } from "@/lib/problem-in";
import { diffRuns } from "@/lib/updates/diff-runs";
import { updateRefusal } from "@/lib/updates/update-refusal";
import type { HistoryEntry } from "@/lib/updates/view";

import { DifferencesTable } from "./differences-table";
import { useReturn } from "./use-update";

type ReturnDialogProps = {
  name: string;
  to: HistoryEntry;
  current: HistoryEntry | null;
  label: string;
  isMain?: boolean;
};

/** One press shows what going back changes, the next one does it. */
export function ReturnDialog({ name, to, current, label, isMain = false }: ReturnDialogProps) {
  const { id } = useWorkspace();
  const { data: endpoint } = useQuery(endpointQueries.detail(id, name));
  const [isOpen, setOpen] = useState(false);
  const going = useReturn();
  const refusal = useRefusal("endpoint:deploy") ?? (endpoint ? updateRefusal(endpoint.status) : null);
  const differences = current?.run && to.run ? diffRuns(current.run, to.run) : [];
  return (
    <>
      <Button
        variant={isMain ? "primary" : "secondary"}
        size={isMain ? "md" : "sm"}
        disabled={refusal !== null}
        title={refusal ?? undefined}
        onClick={() => setOpen(true)}
      >
        <Undo2 aria-hidden="true" />
        {label}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        size="lg"
        title="Return to an earlier configuration"
        description={`${name} will run ${to.configName}. It answers all the while; all traffic moves at once.`}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button
              variant="primary"
              busy={going.isPending || going.isSuccess}
              onClick={() => going.mutate({ requestId: newRequestId(), endpointName: name, configName: to.configName })}
            >
              Return
            </Button>
          </>
        }
      >
        {going.error ? <ErrorPanel title="Nothing was changed" problem={problemIn(going.error)} /> : null}
        {differences.length > 0 ? (
          <DifferencesTable label="What going back changes" differences={differences} before="Runs" after="Will run" />
        ) : (
          <p className="text-base text-muted">Both mean the same; the instances are started anew.</p>
        )}
      </Dialog>
    </>
  );
}
