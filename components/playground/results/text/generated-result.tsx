import { CircleAlert } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import { type Generated, splitGenerated } from "@/lib/inference/results/generated";

import { ScrollArea } from "../scroll-area";
import { Alternatives } from "./alternatives";
import { GeneratedText } from "./generated-text";
import { Reasoning } from "./reasoning";

/** A generated text: the prompt grey, what the model added in full colour; alternatives behind numbers. */
export function GeneratedResult({ drawing: { prompt, texts, reasoning, error } }: { drawing: Generated }) {
  return (
    <div className="flex flex-col gap-3">
      {reasoning ? <Reasoning text={reasoning} /> : null}
      <Alternatives count={texts.length}>
        {(at) => <WholeText key={at} prompt={prompt} text={texts[at] ?? ""} />}
      </Alternatives>
      {error ? (
        <p className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          The container gave up here: {error}
        </p>
      ) : null}
    </div>
  );
}

function WholeText({ prompt, text }: { prompt: string; text: string }) {
  const { continuation } = splitGenerated(prompt, text);
  return (
    <div className="flex items-start gap-2">
      <ScrollArea className="max-h-120 min-w-0 flex-1">
        <GeneratedText prompt={prompt} text={text} />
      </ScrollArea>
      <CopyButton value={continuation || text} label="Copy the new text" />
    </div>
  );
}
