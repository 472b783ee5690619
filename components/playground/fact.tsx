import type { ReactNode } from "react";

import { HelpMark } from "@/components/ui/help-mark";

/** A fact about a call, in a list of them. */
export function Fact({ term, help, children }: { term: string; help?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="flex h-6 items-center text-muted">
        {term}
        {help ? <HelpMark label={term}>{help}</HelpMark> : null}
      </dt>
      <dd className="flex min-h-6 items-center tabular-nums">{children}</dd>
    </div>
  );
}
