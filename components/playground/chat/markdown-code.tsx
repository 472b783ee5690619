import { type ComponentProps, isValidElement } from "react";

import { CopyButton } from "@/components/ui/copy-button";

/** A block of code that a model wrote, with its language and a button that copies it. */
export function MarkdownCode({ children }: ComponentProps<"pre">) {
  const { className, children: code } = isValidElement<ComponentProps<"code">>(children) ? children.props : {};
  const language = /language-(\S+)/.exec(className ?? "")?.[1] ?? "Code";
  const text = typeof code === "string" ? code.replace(/\n$/, "") : "";
  return (
    <figure aria-label={language} className="overflow-hidden rounded-control border border-border bg-inset">
      <div className="flex h-8 items-center justify-between border-b border-border pr-1 pl-3">
        <figcaption className="text-xs text-muted">{language}</figcaption>
        <CopyButton value={text} label="Copy the code" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-sm leading-relaxed -outline-offset-2">
        {children}
      </pre>
    </figure>
  );
}
