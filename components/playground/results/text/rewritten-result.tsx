import { CopyButton } from "@/components/ui/copy-button";
import { cn } from "@/lib/cn";
import { formatPercent, plural } from "@/lib/format/numbers";
import { countWords, type Rewritten } from "@/lib/inference/results/rewritten";

import { ScrollArea } from "../scroll-area";
import { Alternatives } from "./alternatives";

const NAMES = { summary: "Summary", translation: "Translation" };

/** A text and what was made of it side by side, with the words of both. */
export function RewrittenResult({ drawing: { made, source, texts } }: { drawing: Rewritten }) {
  const sourceWords = countWords(source);
  return (
    <Alternatives count={texts.length}>
      {(at) => {
        const text = texts[at] ?? "";
        const words = countWords(text);
        const ratio = sourceWords > 0 ? `${formatPercent(words / sourceWords)} of the original` : null;
        return (
          <div className="grid gap-4 sm:grid-cols-2">
            <Side title="Original" text={source} note={plural(sourceWords, "word")} />
            <Side
              title={NAMES[made]}
              text={text || "(nothing)"}
              note={[plural(words, "word"), ratio].filter(Boolean).join(", ")}
              copyLabel={`Copy the ${made}`}
              isResult
            />
          </div>
        );
      }}
    </Alternatives>
  );
}

type SideProps = { title: string; text: string; note: string; copyLabel?: string; isResult?: boolean };

function Side({ title, text, note, copyLabel, isResult = false }: SideProps) {
  return (
    <figure aria-label={title} className="flex min-w-0 flex-col gap-1">
      <div className="flex h-6 items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-muted">{title}</h3>
        {copyLabel ? <CopyButton value={text} label={copyLabel} /> : null}
      </div>
      <ScrollArea className="max-h-96 flex-1">
        <p className={cn("break-words whitespace-pre-wrap", isResult ? "text-lg" : "text-muted")}>{text}</p>
      </ScrollArea>
      <p className="border-t border-border pt-1 text-sm text-muted tabular-nums">{note}</p>
    </figure>
  );
}
