import type { ComponentProps } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

import { cn } from "@/lib/cn";

import { MarkdownCode } from "./markdown-code";

/** A model's text: no HTML of its own, no picture loaded from anywhere, links that tell the other side nothing. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => (
    <OutsideLink href={typeof src === "string" ? src : undefined}>Picture: {alt || "no description"}</OutsideLink>
  ),
  pre: MarkdownCode,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
};

const PLUGINS = [remarkGfm];

const LOOK = cn(
  "flex flex-col gap-3 break-words",
  "[&_:is(h1,h2,h3,h4,h5,h6)]:font-semibold [&_:is(h1,h2)]:text-lg",
  "[&_:is(ul,ol)]:flex [&_:is(ul,ol)]:flex-col [&_:is(ul,ol)]:gap-1 [&_:is(ul,ol)]:pl-6 [&_ol]:list-decimal [&_ul]:list-disc",
  "[&_blockquote]:border-l-2 [&_blockquote]:border-border-control [&_blockquote]:pl-3 [&_blockquote]:text-muted",
  "[&_:not(pre)>code]:rounded-sm [&_:not(pre)>code]:bg-inset [&_:not(pre)>code]:px-1 [&_:not(pre)>code]:py-0.5 [&_:not(pre)>code]:font-mono [&_:not(pre)>code]:text-sm",
  "[&_table]:text-left [&_td]:border-t [&_td]:border-border [&_td]:py-1.5 [&_td]:pr-4 [&_th]:pr-4 [&_th]:pb-1 [&_th]:text-sm [&_th]:font-medium [&_th]:text-muted",
  "[&_hr]:border-border",
);

/** Text with Markdown in it, drawn. `isOpen` shows where more is coming. */
export function Markdown({ text, isOpen = false }: { text: string; isOpen?: boolean }) {
  return (
    <div
      className={cn(
        LOOK,
        isOpen &&
          "[&>:last-child]:after:ml-0.5 [&>:last-child]:after:inline-block [&>:last-child]:after:h-[1.1em] [&>:last-child]:after:w-[0.5ch] [&>:last-child]:after:animate-pulse [&>:last-child]:after:bg-accent [&>:last-child]:after:align-text-bottom [&>:last-child]:after:content-['']",
      )}
    >
      <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS}>
        {text}
      </ReactMarkdown>
    </div>
  );
}

function OutsideLink({ href, children }: Pick<ComponentProps<"a">, "href" | "children">) {
  // A link that the renderer found unsafe has no address left.
  if (!href) return <span>{children}</span>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={href}
      className="text-accent-text underline"
    >
      {children}
    </a>
  );
}
