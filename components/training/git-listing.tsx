"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { formatBytes } from "@/lib/format/bytes";
import { plural } from "@/lib/format/numbers";
import type { GitSource } from "@/lib/git-source/view";
import type { TrainingFormValues } from "@/lib/training/schema";

type GitListingProps = {
  packed: { commit: string; s3Uri: string };
  /** null: read before the page was loaded again. */
  source: GitSource | null;
};

/** What was packed from git: the commit, the files, and what stayed out. A script in it is chosen by a click. */
export function GitListing({ packed, source }: GitListingProps) {
  const { control, setValue } = useFormContext<TrainingFormValues>();
  const [files, entryPoint] = useWatch({ control, name: ["sourceFiles", "entryPoint"] });
  return (
    <section aria-label="What was packed" className="flex flex-col gap-2 rounded-control border border-border p-3">
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        {plural(files.length, "file")}
        {source ? `, ${formatBytes(source.bytes)} packed` : null}, commit
        <code className="font-mono">{packed.commit.slice(0, 12)}</code>
        <CopyButton value={packed.commit} label="Copy commit id" />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul aria-label="Packed files" tabIndex={0} className="max-h-56 overflow-auto font-mono text-sm">
        {files.map((path) => (
          <li key={path} className="flex items-baseline justify-between gap-3 py-0.5">
            <span className="break-all">{path}</span>
            {path === entryPoint ? (
              <span className="font-sans text-muted">entry point</span>
            ) : /^[^/]+\.(py|sh)$/.test(path) ? (
              <button
                type="button"
                className="shrink-0 font-sans text-accent underline-offset-2 hover:underline"
                aria-label={`Use ${path} as the entry point`}
                onClick={() => setValue("entryPoint", path, { shouldDirty: true, shouldValidate: true })}
              >
                Use as entry point
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {source && source.leftOut.length > 0 ? (
        <Callout tone="warning" title="Not as in the repository">
          <ul className="list-disc pl-5">
            {source.leftOut.slice(0, 10).map((text) => (
              <li key={text} className="break-all">
                {text}
              </li>
            ))}
            {source.leftOut.length > 10 ? <li>and {source.leftOut.length - 10} more</li> : null}
          </ul>
        </Callout>
      ) : null}
    </section>
  );
}
