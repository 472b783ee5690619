import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { problemIn } from "@/lib/problem-in";

import { ArchiveTree } from "./archive-tree";
import { ContainerPlan } from "./container-plan";
import type { useArchivePreview } from "./use-archive-preview";

type ArchivePreviewProps = ReturnType<typeof useArchivePreview>;

/** The archive's tree, what the container will run of it, and what to mind. */
export function ArchivePreview({ look, isWorthAsking, listing, files, notes, inferencePy }: ArchivePreviewProps) {
  const isLooking = isWorthAsking && look.isFetching && !look.data;
  return (
    <div className="flex flex-col gap-3">
      <div aria-live="polite" className="flex flex-col gap-2">
        {isLooking ? <p className="text-sm text-muted">Looking into the archive…</p> : null}
        {isWorthAsking && look.error ? (
          <ErrorPanel title="The archive could not be looked into" problem={problemIn(look.error)} />
        ) : null}
        {notes.map(({ tone, text }) => (
          <Callout key={text} tone={tone}>
            {text}
          </Callout>
        ))}
      </div>
      {files.length > 0 || listing ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-1.5">
            <h3 className="text-sm font-medium">The archive</h3>
            {files.length > 0 ? <ArchiveTree files={files} /> : <p className="text-sm text-muted">It is empty.</p>}
          </div>
          <div className="flex min-w-0 flex-col gap-1.5">
            <h3 className="text-sm font-medium">What the container runs</h3>
            {inferencePy.trim() ? (
              <ContainerPlan inferencePy={inferencePy} />
            ) : (
              <p className="text-sm text-muted">
                There is no code/inference.py: the toolkit loads the model and answers by its task.
              </p>
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}
