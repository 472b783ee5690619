"use client";

import { Panel } from "@/components/ui/panel";
import type { Check, Mend, Verdict } from "@/lib/preflight/view";

import { CheckRow } from "./check-row";

type Props = { title: string; checks: readonly Check[]; onMend: (mend: Mend) => void };

/** The outcome of a preflight: what needs a hand comes first. */
export function PreflightList({ title, checks, onMend }: Props) {
  return (
    <Panel title={title} flush>
      <p aria-live="polite" className="px-4 pb-2 text-sm text-muted">
        {headline(checks)}
      </p>
      <ul className="divide-y divide-border border-t border-border">
        {checks
          .toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
          .map((check) => (
            <CheckRow key={check.id} check={check} onMend={onMend} />
          ))}
      </ul>
    </Panel>
  );
}

const ORDER: Record<Verdict, number> = { "will-fail": 0, warning: 1, looking: 2, unseen: 3, fine: 4 };

function headline(checks: readonly Check[]): string {
  const count = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).length;
  const failing = count("will-fail");
  const warnings = count("warning");
  if (failing > 0)
    return `${failing} of ${checks.length} checks ${failing === 1 ? "says" : "say"} that this will fail.`;
  if (warnings > 0) return `Nothing known will fail; ${warnings} ${warnings === 1 ? "thing" : "things"} to mind.`;
  return checks.some(({ verdict }) => verdict === "looking") ? "Looking …" : "Nothing known will fail.";
}
