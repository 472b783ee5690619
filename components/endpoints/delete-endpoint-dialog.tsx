"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { chosenDeletion, type DeletionResult } from "@/lib/endpoints/deletion-view";
import { endpointQueries } from "@/lib/endpoints/queries";
import { problemIn } from "@/lib/problem-in";

import { DeletionParts } from "./deletion-parts";
import { DeletionRemainder } from "./deletion-remainder";
import { StandingComponents } from "./standing-components";
import { useDeleteEndpoint } from "./use-delete-endpoint";

type Props = { name: string; open: boolean; onOpenChange: (open: boolean) => void; onDeleted: () => void };

/** Shows what goes and what stays, and asks for the endpoint's name. */
export function DeleteEndpointDialog({ name, open, onOpenChange, onDeleted }: Props) {
  const { id } = useWorkspace();
  const preview = useQuery({ ...endpointQueries.deletion(id, name), enabled: open });
  const deletion = useDeleteEndpoint();
  const [unticked, setUnticked] = useState<string[]>([]);
  const [incomplete, setIncomplete] = useState<DeletionResult | null>(null);

  function close(next: boolean) {
    if (!next) deletion.reset();
    setUnticked([]);
    onOpenChange(next);
  }
  function confirm() {
    if (!preview.data) return;
    deletion.mutate(chosenDeletion(preview.data, unticked), {
      onSuccess: (result) => {
        close(false);
        if (result.remaining.length > 0 || result.staying.some(({ why }) => why)) return setIncomplete(result);
        toast.success(`Deleting ${name}`, {
          description: result.isRunning
            ? "AWS is slow at the moment: the console goes on with it by itself."
            : "SageMaker takes a moment to stop its instances.",
        });
        onDeleted();
      },
    });
  }

  return (
    <>
      <ConfirmByName
        open={open}
        onOpenChange={close}
        title="Delete endpoint"
        name={name}
        actionLabel="Delete endpoint"
        onConfirm={confirm}
        busy={deletion.isPending}
        isReady={preview.data !== undefined && preview.data.components.length === 0}
        error={deletion.error ? problemIn(deletion.error) : null}
      >
        {preview.isError ? (
          <ErrorPanel problem={problemIn(preview.error)} onRetry={() => void preview.refetch()} />
        ) : preview.data && preview.data.components.length > 0 ? (
          <StandingComponents
            endpoint={name}
            components={preview.data.components}
            onChanged={() => void preview.refetch()}
          />
        ) : preview.data ? (
          <DeletionParts preview={preview.data} unticked={unticked} onChange={setUnticked} />
        ) : (
          <LookingAround />
        )}
      </ConfirmByName>
      <DeletionRemainder
        result={incomplete}
        onClose={() => {
          setIncomplete(null);
          onDeleted();
        }}
      />
    </>
  );
}

function LookingAround() {
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="text-muted">Looking at what belongs to it and what others use…</p>
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
    </div>
  );
}
