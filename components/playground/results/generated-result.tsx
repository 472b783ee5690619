import { CopyButton } from "@/components/ui/copy-button";
import { splitGenerated } from "@/lib/inference/results/generated";

/** A generated text: the prompt grey, what the model added in full colour; several alternatives below each other. */
export function GeneratedResult({ prompt, texts }: { prompt: string; texts: string[] }) {
  return (
    <ol className="flex flex-col gap-4">
      {texts.map((text, index) => {
        const parts = splitGenerated(prompt, text);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives of one answer, equal ones are possible
          <li key={index} className="flex items-start gap-2 not-first:border-t not-first:border-border not-first:pt-4">
            <p className="min-w-0 flex-1 text-lg break-words whitespace-pre-wrap">
              <span className="text-muted">{parts.prompt}</span>
              <strong className="font-medium">{parts.continuation || (parts.prompt ? "" : "(nothing)")}</strong>
              {parts.continuation === "" && parts.prompt ? (
                <span className="text-muted"> (the model added nothing)</span>
              ) : null}
            </p>
            <CopyButton value={parts.continuation || text} label="Copy the new text" />
          </li>
        );
      })}
    </ol>
  );
}
