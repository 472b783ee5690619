import { cn } from "@/lib/cn";
import { splitGenerated } from "@/lib/inference/results/generated";

/** Where more is coming. */
const CARET =
  "after:ml-0.5 after:inline-block after:h-[1.1em] after:w-[0.5ch] after:animate-pulse after:bg-accent after:align-text-bottom after:content-['']";

type Props = { prompt: string; text: string; isOpen?: boolean };

/** A prompt and what the model made of it. `isOpen` shows where more is coming. */
export function GeneratedText({ prompt, text, isOpen = false }: Props) {
  const parts = splitGenerated(prompt, text);
  const isApart = parts.prompt === "" && prompt !== "";
  const isNothing = parts.continuation === "" && !isOpen;
  return (
    <p className="text-lg break-words whitespace-pre-wrap">
      {isApart ? <span className="mb-2 line-clamp-6 text-base text-muted">{prompt}</span> : null}
      <span className="text-muted">{parts.prompt}</span>
      <strong className={cn("font-medium", isOpen && CARET)}>
        {parts.continuation || (isNothing && !parts.prompt ? "(nothing)" : "")}
      </strong>
      {isNothing && parts.prompt ? <span className="text-muted"> (the model added nothing)</span> : null}
    </p>
  );
}
