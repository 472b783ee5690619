"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { parkingQueries } from "@/lib/parking/queries";
import type { ParkedEndpoint } from "@/lib/parking/view";
import { keptInWords } from "@/lib/parking/words";
import { problemIn } from "@/lib/problem-in";

type Props = { id: string; list: readonly ParkedEndpoint[]; onClose: () => void };

/** All that is kept of a parked endpoint, as the requests that make it again. */
export function ParkedDetail({ id, list, onClose }: Props) {
  const workspace = useWorkspace();
  const parked = list.find((each) => each.id === id);
  const kept = useQuery(parkingQueries.specification(workspace.id, id));
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={parked ? parked.endpoint : "Parked endpoint"}
      description={parked ? keptInWords(parked.summary).join(". ") : undefined}
      size="lg"
    >
      {kept.isError ? (
        <ErrorPanel problem={problemIn(kept.error)} onRetry={() => void kept.refetch()} />
      ) : kept.data ? (
        <CodeBlock
          label="Requests that make it again, secrets hidden"
          language="JSON"
          code={JSON.stringify(
            kept.data.calls.map(({ operation, input }) => ({ [operation]: input })),
            null,
            2,
          )}
        />
      ) : (
        <Skeleton className="h-80" />
      )}
    </Dialog>
  );
}
