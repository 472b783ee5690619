import type { Result } from "@/lib/inference/results/result";

import { BatchResult } from "./batch/batch-result";
import { DrawingView } from "./drawing-view";
import { JsonBlock } from "./json-block";

/** An answer drawn for people where its shape is known; several answers as a table. */
export function ResultView({ result }: { result: Result }) {
  if (result.kind === "other") return <OtherResult text={result.text} />;
  const [only] = result.rows;
  if (only && result.rows.length === 1) return <DrawingView drawing={only.drawing} />;
  return <BatchResult rows={result.rows} />;
}

function OtherResult({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-muted">This answer has no picture of its own, so here it is as the model gave it.</p>
      <JsonBlock name="Response" text={text} fileName="response.json" />
    </div>
  );
}
