"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { problemIn } from "@/lib/problem-in";
import { removeHubTokenAction } from "@/lib/settings/actions";
import { settingsKeys, settingsQueries } from "@/lib/settings/queries";
import type { HubTokenStatus } from "@/lib/settings/view";

import { HubTokenForm } from "./hub-token-form";
import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";

/** The workspace's Hugging Face Hub token: set, replaced, removed, never shown. */
export function HubTokenView() {
  const { id } = useWorkspace();
  const { data: status } = useSuspenseQuery(settingsQueries.hubToken(id));
  const refusal = useRefusal("workspace:manage");
  const [removing, setRemoving] = useState(false);
  const remove = useChange(() => removeHubTokenAction(id, {}), {
    refresh: settingsKeys.hubToken(id),
    done: () => "The Hub token was removed",
  });

  return (
    <Panel
      title="Hugging Face Hub token"
      description="Lets endpoints in this workspace download gated and private models. Stored encrypted; nobody can read it here again."
      className="max-w-180"
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Status status={status} />
          {status ? (
            <Button size="sm" disabled={refusal !== null} onClick={() => setRemoving(true)}>
              Remove token
            </Button>
          ) : null}
        </div>
        <HubTokenForm key={status?.setAt} replaces={status !== null} disabled={refusal !== null} />
        <RefusalNote refusal={refusal} />
        <Callout tone="warning">
          SageMaker keeps a model's environment in plain text: whoever may describe a model in the account can read the
          token it was deployed with. Use a token that can only read.
        </Callout>
      </div>
      <Dialog
        open={removing}
        onOpenChange={setRemoving}
        title="Remove the Hub token"
        description="New deployments of gated and private models will fail. Endpoints that run keep the token they were deployed with."
        footer={
          <>
            <Button onClick={() => setRemoving(false)}>Cancel</Button>
            <Button
              variant="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: () => setRemoving(false) })}
            >
              Remove token
            </Button>
          </>
        }
      >
        {remove.error ? <ErrorPanel problem={problemIn(remove.error)} /> : null}
      </Dialog>
    </Panel>
  );
}

function Status({ status }: { status: HubTokenStatus | null }) {
  if (!status) return <StatusBadge tone="idle" label="No token" />;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <StatusBadge tone="good" label="Token set" />
      <span>
        ends in <span className="font-mono">{status.lastFour}</span>
      </span>
      <span className="text-muted">
        · <RelativeTime at={status.setAt} /> by {status.setBy}
      </span>
    </p>
  );
}
