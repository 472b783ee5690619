"use client";

import type { ReactNode } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { OperationResource, OperationView } from "@/lib/operations/view";

import { useRestartOperation } from "./use-restart-operation";

const KINDS: Record<OperationResource["kind"], string> = {
  endpoint: "Endpoint",
  "endpoint-config": "Endpoint configuration",
  model: "Model",
  archive: "Packed archive",
  "transform-job": "Transform job",
  alarm: "Alarm",
  "inference-component": "Inference component",
};

/** Kinds that change what is there and make nothing of their own. */
const CHANGES = ["change-scaling", "split-traffic"];

type OperationFailedProps = { operation: OperationView; title: string; children?: ReactNode };

/** Why an operation failed, what of it exists, and the two ways on. */
export function OperationFailed({ operation, title, children }: OperationFailedProps) {
  const restart = useRestartOperation(operation.id);
  const deployRefusal = useRefusal("endpoint:deploy");
  const deleteRefusal = useRefusal("endpoint:delete");
  const refusal = deployRefusal ?? deleteRefusal;
  const problem = operation.problem ?? { code: "unexpected" as const, message: "It failed without a reason." };
  const isRemoving = operation.intent === "remove";
  const hasMade =
    ["deploy", "host-components", "transform", "update-endpoint", "restore-endpoint"].includes(operation.kind) &&
    (operation.existing === null || operation.existing.length > 0);

  return (
    <ErrorPanel title={title} problem={problem}>
      {CHANGES.includes(operation.kind) ? null : <Remains existing={operation.existing} />}
      {children}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button
          disabled={deployRefusal !== null}
          busy={restart.isPending && restart.variables === "retry"}
          onClick={() => restart.mutate("retry")}
        >
          {isRemoving ? "Go on removing" : "Retry"}
        </Button>
        {hasMade && !isRemoving ? (
          <Button
            variant="danger"
            disabled={deleteRefusal !== null}
            busy={restart.isPending && restart.variables === "remove"}
            onClick={() => restart.mutate("remove")}
          >
            Remove what was made
          </Button>
        ) : null}
        <Button
          variant="ghost"
          disabled={deployRefusal !== null}
          busy={restart.isPending && restart.variables === "dismiss"}
          onClick={() => restart.mutate("dismiss")}
        >
          Leave it as it is
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
      {restart.error ? <p className="mt-2 text-sm text-danger">{restart.error.message}</p> : null}
    </ErrorPanel>
  );
}

function Remains({ existing }: { existing: OperationView["existing"] }) {
  if (existing === null) {
    return <p className="mt-3">What of it exists could not be checked: AWS did not answer.</p>;
  }
  if (existing.length === 0) return <p className="mt-3">Nothing of it exists.</p>;
  return (
    <div className="mt-3">
      <p>This exists now:</p>
      <ul className="mt-1 list-disc pl-5">
        {existing.map(({ kind, name }) => (
          <li key={`${kind} ${name}`}>
            {KINDS[kind]} <span className="font-mono text-sm break-all">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
