"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

import type { LiveTail } from "./use-live-tail";

const INSTEAD = "New lines are looked for every 5 seconds instead.";

/** Why a live tail that is wanted shows nothing, and what happens in its place. */
export function LiveNote({ live: { state, retry } }: { live: LiveTail }) {
  if (state?.is === "over") {
    return (
      <Callout className="mb-3" title="Live for three hours, which is where CloudWatch ends a session">
        {INSTEAD} <Again label="Go live again" onClick={retry} />
      </Callout>
    );
  }
  if (state?.is !== "failed") return null;
  const { problem, retries } = state;
  return (
    <Callout className="mb-3" tone="warning" title={`The live tail could not be opened: ${problem.message}`}>
      {INSTEAD} {problem.hint}
      {problem.requestId ? <span className="block font-mono text-sm">Request id {problem.requestId}</span> : null}
      {retries ? null : <Again label="Try again" onClick={retry} />}
    </Callout>
  );
}

function Again({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="sm" className="mt-1.5 block" onClick={onClick}>
      {label}
    </Button>
  );
}
