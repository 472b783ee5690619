import { FlaskConical } from "lucide-react";

import type { TrainingSample } from "@/catalog/samples/schema";
import { ButtonLink } from "@/components/ui/button-link";
import { workspacePath } from "@/lib/routes";

/** A sample that runs as it is, before the notebooks that need things of one's own. */
export function SamplePanel({ sample, workspaceId }: { sample: TrainingSample; workspaceId: string }) {
  return (
    <section
      aria-labelledby={`sample-${sample.id}`}
      className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-panel border border-border bg-panel p-4"
    >
      <FlaskConical aria-hidden="true" className="size-6 shrink-0 text-accent-text max-sm:hidden" />
      <div className="min-w-0 flex-1 basis-80">
        <h2 id={`sample-${sample.id}`} className="text-base font-semibold">
          {sample.title}
        </h2>
        <p className="mt-1 max-w-[68ch] text-sm text-muted">{sample.purpose}</p>
        <p className="mt-1 max-w-[68ch] text-sm text-muted">{sample.needs}</p>
      </div>
      <ButtonLink href={workspacePath(workspaceId, `/training/new?sample=${sample.id}`)} variant="primary">
        Open in the Training form
      </ButtonLink>
    </section>
  );
}
