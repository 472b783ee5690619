import { LogLines } from "@/components/logs/log-lines";
import { CopyButton } from "@/components/ui/copy-button";
import type { Finding } from "@/lib/failures/diagnose";

/** Where a finding was read: the log line with those around it, or SageMaker's words. */
export function FindingEvidence({ finding: { from, quote, context, lineId } }: { finding: Finding }) {
  if (from === "state") return null;
  if (from === "log") {
    return (
      <div className="mt-3 flex flex-col gap-1">
        <p className="text-sm">Read in its log</p>
        <LogLines events={[...context]} markedId={lineId} />
      </div>
    );
  }
  return (
    <div className="mt-3">
      <p className="text-sm">Read in SageMaker's own words</p>
      <div className="flex items-start gap-1">
        <p className="min-w-0 font-mono text-sm break-words whitespace-pre-wrap text-foreground">{quote}</p>
        <CopyButton value={quote} label="Copy the reason" />
      </div>
    </div>
  );
}
