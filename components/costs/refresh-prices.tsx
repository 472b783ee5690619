"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId } from "react";
import { toast } from "sonner";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { unwrap } from "@/lib/actions/unwrap";
import { refreshPricesAction } from "@/lib/costs/actions";
import { costKeys } from "@/lib/costs/queries";
import { formatNumber } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";

/** Reads the prices of the region from AWS. Whoever may not, and why AWS would not, is said beside it. */
export function RefreshPrices() {
  const { id, region } = useWorkspace();
  const refusal = useRefusal("workspace:manage");
  const reason = useId();
  const client = useQueryClient();
  const router = useRouter();
  const refresh = useMutation({
    mutationFn: () => refreshPricesAction(id, {}).then(unwrap),
    onSuccess: ({ known }) => {
      // The forms have theirs from the layout.
      router.refresh();
      toast.success(`${formatNumber(known)} prices of ${region} were read from AWS`);
      return client.invalidateQueries({ queryKey: costKeys.costs(id) });
    },
  });
  return (
    <div className="flex max-w-120 flex-col items-end gap-2 max-sm:items-start">
      <Button
        size="sm"
        disabled={refusal !== null}
        aria-describedby={refusal ? reason : undefined}
        busy={refresh.isPending}
        onClick={() => refresh.mutate()}
      >
        <RefreshCw aria-hidden="true" />
        Read prices from AWS
      </Button>
      {refusal ? <p id={reason}>{refusal}</p> : null}
      {refresh.isError ? (
        <ErrorPanel title="Prices were not read; those known before are kept" problem={problemIn(refresh.error)} />
      ) : null}
    </div>
  );
}
