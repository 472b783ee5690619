import { CodeBlock } from "@/components/ui/code-block";
import type { Result } from "@/lib/inference/results/result";

import { ChatResult } from "./chat-result";
import { EntitiesResult } from "./entities-result";
import { GeneratedResult } from "./generated-result";
import { LabelsResult } from "./labels-result";

/** An answer drawn for people where its shape is known. */
export function ResultView({ result }: { result: Result }) {
  switch (result.kind) {
    case "labels":
      return <LabelsResult rows={result.rows} />;
    case "entities":
      return <EntitiesResult rows={result.rows} />;
    case "generated":
      return <GeneratedResult prompt={result.prompt} texts={result.texts} />;
    case "chat":
      return <ChatResult threads={result.threads} />;
    case "other":
      return (
        <CodeBlock
          language="Response"
          code={typeof result.value === "string" ? result.value : JSON.stringify(result.value, null, 2)}
        />
      );
  }
}
