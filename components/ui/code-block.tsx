"use client";

import { Download } from "lucide-react";
import { type ReactNode, useId, useState } from "react";

import { cn } from "@/lib/cn";

import { CopyButton } from "./copy-button";
import { IconButton } from "./icon-button";
import { saveFile } from "./save-file";

export type CodeTab = {
  id: string;
  /** `Python`, `AWS CLI`, `JSON`. */
  label: string;
  code: string;
  /** A name to save it by; without one it is only copied. */
  file?: string;
};

type CodeBlockProps = {
  className?: string;
  /** Names the block for screen readers. */
  label?: string;
  /** What is copied where only a part is shown. */
  copied?: string;
  /** Beside the copy button. */
  actions?: ReactNode;
} & ({ code: string; language: string; tabs?: never } | { tabs: readonly CodeTab[]; code?: never; language?: never });

/** Code to read and copy: one piece with its language, or the same thing in several languages as tabs. */
export function CodeBlock({ code, language, tabs, label, copied, actions, className }: CodeBlockProps) {
  const all: readonly CodeTab[] = tabs ?? [{ id: "only", label: language, code }];
  const [chosenId, setChosenId] = useState(all[0]?.id);
  const chosen = all.find((tab) => tab.id === chosenId) ?? all[0];
  const name = useId();
  if (!chosen) return null;

  return (
    <figure
      aria-label={label ?? chosen.label}
      className={cn("min-w-0 overflow-hidden rounded-control border border-border bg-inset", className)}
    >
      <div className="flex h-9 items-center justify-between gap-2 border-b border-border pr-1.5 pl-3">
        {all.length > 1 ? (
          <div role="radiogroup" aria-label="Language" className="-ml-2 flex h-full overflow-x-auto">
            {all.map((tab) => (
              <label
                key={tab.id}
                className="relative flex cursor-pointer items-center px-2 text-sm whitespace-nowrap text-muted hover:text-foreground has-checked:font-medium has-checked:text-foreground has-checked:after:absolute has-checked:after:inset-x-2 has-checked:after:bottom-0 has-checked:after:h-0.5 has-checked:after:bg-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-ring"
              >
                <input
                  type="radio"
                  name={name}
                  checked={tab.id === chosen.id}
                  onChange={() => setChosenId(tab.id)}
                  className="absolute inset-0 appearance-none outline-none"
                />
                {tab.label}
              </label>
            ))}
          </div>
        ) : (
          <figcaption className="text-sm text-muted">{chosen.label}</figcaption>
        )}
        <div className="flex items-center">
          {actions}
          {chosen.file ? <DownloadButton file={chosen.file} code={chosen.code} /> : null}
          <CopyButton value={copied ?? chosen.code} label={`Copy ${chosen.label}`} />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0} className="max-h-120 overflow-auto p-3 font-mono text-sm leading-relaxed -outline-offset-2">
        <code>{chosen.code}</code>
      </pre>
    </figure>
  );
}

function DownloadButton({ file, code }: { file: string; code: string }) {
  return (
    <IconButton label={`Download ${file}`} size="sm" onClick={() => saveFile(file, code)}>
      <Download aria-hidden="true" />
    </IconButton>
  );
}
