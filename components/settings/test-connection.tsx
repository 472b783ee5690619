"use client";

import { useMutation } from "@tanstack/react-query";
import { PlugZap } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";
import { testConnection } from "@/lib/settings/queries";

/** Asks AWS whose credentials a workspace uses, and says what came back. */
export function TestConnection({ workspaceId, disabled }: { workspaceId: string; disabled: boolean }) {
  const test = useMutation({ mutationFn: () => testConnection(workspaceId) });
  return (
    <div className="flex min-w-0 flex-col items-start gap-3">
      <Button size="sm" busy={test.isPending} disabled={disabled} onClick={() => test.mutate()}>
        <PlugZap aria-hidden="true" />
        Test connection
      </Button>
      <div aria-live="polite" className="w-full empty:hidden">
        {test.data ? (
          <Callout tone="good" title={`Connected to account ${test.data.account}`}>
            <span className="font-mono text-sm break-all">{test.data.arn}</span>
          </Callout>
        ) : null}
        {test.error ? <ErrorPanel title="The connection does not work" problem={problemIn(test.error)} /> : null}
      </div>
    </div>
  );
}
