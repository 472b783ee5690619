"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { operationPath } from "@/lib/operations/view";
import { parkingQueries } from "@/lib/parking/queries";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { ParkFacts } from "./park-facts";
import { useParkEndpoint } from "./use-park-endpoint";

type Props = { name: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Says what is kept, what is deleted and what that saves, before an endpoint is parked. */
export function ParkDialog({ name, open, onOpenChange }: Props) {
  const { id } = useWorkspace();
  const router = useRouter();
  const preview = useQuery({ ...parkingQueries.preview(id, name), enabled: open });
  const park = useParkEndpoint();

  function close() {
    park.reset();
    onOpenChange(false);
  }
  function confirm() {
    park.mutate(name, {
      onSuccess: (operation) => {
        close();
        router.push(workspacePath(id, operationPath(operation.id)));
      },
    });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={`Park ${name}`}
      description="It is deleted and costs nothing. It is made again as it is now, under the same name, whenever you restore it."
      size="md"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" busy={park.isPending} disabled={!preview.data} onClick={confirm}>
            Park endpoint
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {preview.isError ? (
          <ErrorPanel problem={problemIn(preview.error)} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          <ParkFacts preview={preview.data} />
        ) : (
          <div role="status" className="flex flex-col gap-2">
            <p className="text-muted">Reading all that belongs to it…</p>
            <Skeleton className="w-2/3" />
            <Skeleton className="w-1/2" />
          </div>
        )}
        {park.error ? <ErrorPanel problem={problemIn(park.error)} /> : null}
      </div>
    </Dialog>
  );
}
