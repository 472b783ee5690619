"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { chosenDeletion } from "@/lib/endpoints/deletion-view";
import { endpointQueries } from "@/lib/endpoints/queries";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";

import { DeletionProgress } from "./deletion-progress";
import { ManyDeletionParts } from "./many-deletion-parts";
import { useDeleteMany } from "./use-delete-many";

type Props = { names: readonly string[]; onClose: (isBegun: boolean) => void };

/** Shows what goes with several endpoints, asks once, and then shows how far each is. */
export function DeleteManyDialog({ names, onClose }: Props) {
  const { id } = useWorkspace();
  const preview = useQuery(endpointQueries.deletions(id, names));
  const deletion = useDeleteMany();
  const going = (preview.data ?? []).flatMap((each) => (each.preview?.refusal === null ? [each.preview] : []));

  if (deletion.data) {
    return (
      <Dialog
        open
        onOpenChange={() => onClose(true)}
        title={`Deleting ${plural(deletion.data.length, "endpoint")}`}
        description="You can close this: the work goes on, and what fails is listed on the page of endpoints."
        size="md"
        footer={<Button onClick={() => onClose(true)}>Close</Button>}
      >
        <DeletionProgress
          begun={deletion.data}
          onRetry={(name) => {
            const again = going.find(({ endpoint }) => endpoint === name);
            if (again) deletion.retry(chosenDeletion(again));
          }}
        />
      </Dialog>
    );
  }
  if (preview.data && going.length === 0) {
    return (
      <Dialog
        open
        onOpenChange={() => onClose(false)}
        title={`Delete ${plural(names.length, "endpoint")}`}
        description="None of them can be deleted now."
        size="md"
        footer={<Button onClick={() => onClose(false)}>Close</Button>}
      >
        <ManyDeletionParts previews={preview.data} />
      </Dialog>
    );
  }
  return (
    <ConfirmByName
      open
      onOpenChange={() => onClose(false)}
      title={`Delete ${plural(names.length, "endpoint")}`}
      name={`delete ${plural(going.length, "endpoint")}`}
      actionLabel={`Delete ${plural(going.length, "endpoint")}`}
      busy={deletion.isPending}
      isReady={going.length > 0}
      error={deletion.error ? problemIn(deletion.error) : null}
      onConfirm={() => deletion.begin(going.map((each) => chosenDeletion(each)))}
    >
      {preview.isError ? (
        <ErrorPanel problem={problemIn(preview.error)} onRetry={() => void preview.refetch()} />
      ) : preview.data ? (
        <ManyDeletionParts previews={preview.data} />
      ) : (
        <div role="status" className="flex flex-col gap-2">
          <p className="text-muted">Looking at what belongs to them and what others use…</p>
          <Skeleton className="w-2/3" />
        </div>
      )}
    </ConfirmByName>
  );
}
