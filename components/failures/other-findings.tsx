import { ChevronRight } from "lucide-react";

import type { Finding } from "@/lib/failures/diagnose";

/** What was found beside the first cause, folded: often its consequences. */
export function OtherFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <details className="group mt-3">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-sm font-medium text-accent-text">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        Also found: {findings.length}
      </summary>
      <ul className="mt-2 flex flex-col gap-2 text-sm">
        {findings.map(({ rule, quote }) => (
          <li key={rule.id}>
            <p className="font-medium text-foreground">{rule.title}</p>
            <p>{rule.remedy}</p>
            {quote ? <p className="font-mono text-xs break-words">{quote.slice(0, 300)}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
