import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { DeletionResult } from "@/lib/endpoints/deletion-view";
import { operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

/** After a deletion: what is gone, what could not go and the way to try again, and what stays and why. */
export function DeletionRemainder({ result, onClose }: { result: DeletionResult | null; onClose: () => void }) {
  const { id } = useWorkspace();
  return (
    <Dialog
      open={result !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={result?.remaining.length === 0 ? "Deleted, and some parts stay" : "Some parts are still there"}
      size="md"
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {result && result.remaining.length > 0 ? (
            <ButtonLink variant="primary" href={workspacePath(id, operationPath(result.operationId))}>
              Try again or leave it
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {result ? (
        <div className="flex flex-col gap-4">
          {result.problem ? <ErrorPanel problem={result.problem} /> : null}
          {result.gone.length > 0 ? <Parts title="Gone" parts={result.gone} /> : null}
          {result.remaining.length > 0 ? <Parts title="Still there" parts={result.remaining} /> : null}
          {result.staying.length > 0 ? (
            <Parts title="Stays" parts={result.staying.map(({ label, why }) => (why ? `${label}. ${why}` : label))} />
          ) : null}
        </div>
      ) : null}
    </Dialog>
  );
}

function Parts({ title, parts }: { title: string; parts: string[] }) {
  return (
    <div>
      <p className="text-sm font-medium">{title}</p>
      <ul className="list-disc pl-5">
        {parts.map((part) => (
          <li key={part} className="break-all">
            {part}
          </li>
        ))}
      </ul>
    </div>
  );
}
