import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { verdictTitle } from "@/lib/updates/verdict";
import type { UpdateOutcome, UpdateRecord } from "@/lib/updates/view";

import { DifferencesTable } from "./differences-table";

const TONES: Record<UpdateOutcome, "good" | "warning" | "danger"> = {
  applied: "good",
  "applied-differently": "warning",
  "rolled-back": "danger",
  "rollback-failed": "danger",
  failed: "danger",
  gone: "warning",
};

/** What became of an update: requested against actual, so that a rollback never looks like success. */
export function VerdictPanel({ update }: { update: UpdateRecord }) {
  const { verdict, requested } = update;
  if (!verdict) return null;
  const rows = verdict.rows.map((row) => ({
    variant: row.variant || null,
    field: row.field,
    before: row.requested,
    after: row.actual,
  }));
  const isGood = verdict.outcome === "applied";
  return (
    <section aria-label="Verdict" className="flex flex-col gap-3">
      <Callout tone={TONES[verdict.outcome]} title={verdictTitle(verdict)}>
        {verdict.reason ? (
          <p className="flex items-start gap-1 font-mono text-sm text-foreground">
            <span className="min-w-0 break-words">{verdict.reason}</span>
            <CopyButton value={verdict.reason} label="Copy the reason" />
          </p>
        ) : null}
        {isGood ? (
          <p>Every variant is as it was asked for: {requested.variants.map(({ name }) => name).join(", ")}.</p>
        ) : null}
      </Callout>
      {rows.length > 0 ? (
        <DifferencesTable label="Requested and actual" differences={rows} before="Requested" after="Runs now" />
      ) : null}
    </section>
  );
}
