import { CopyButton } from "@/components/ui/copy-button";
import { type Generated, splitGenerated } from "@/lib/inference/results/generated";

import { ScrollArea } from "../scroll-area";
import { Alternatives } from "./alternatives";

/** A generated text: the prompt grey, what the model added in full colour; alternatives behind numbers. */
export function GeneratedResult({ drawing: { prompt, texts } }: { drawing: Generated }) {
  return (
    <Alternatives count={texts.length}>{(at) => <GeneratedText prompt={prompt} text={texts[at] ?? ""} />}</Alternatives>
  );
}

function GeneratedText({ prompt, text }: { prompt: string; text: string }) {
  const parts = splitGenerated(prompt, text);
  const isApart = parts.prompt === "" && prompt !== "";
  return (
    <div className="flex items-start gap-2">
      <ScrollArea className="max-h-120 min-w-0 flex-1">
        <p className="text-lg break-words whitespace-pre-wrap">
          {isApart ? <span className="mb-2 line-clamp-6 text-base text-muted">{prompt}</span> : null}
          <span className="text-muted">{parts.prompt}</span>
          <strong className="font-medium">{parts.continuation || (parts.prompt ? "" : "(nothing)")}</strong>
          {parts.continuation === "" && parts.prompt ? (
            <span className="text-muted"> (the model added nothing)</span>
          ) : null}
        </p>
      </ScrollArea>
      <CopyButton value={parts.continuation || text} label="Copy the new text" />
    </div>
  );
}
