import { StatusBadge } from "@/components/ui/status-badge";
import type { AsyncState } from "@/lib/async/request-view";

const STATES = {
  sending: { tone: "working", label: "Sending" },
  queued: { tone: "working", label: "Queued" },
  done: { tone: "good", label: "Done" },
  failed: { tone: "danger", label: "Failed" },
  expired: { tone: "warning", label: "Expired" },
} as const;

export const stateLabel = (state: AsyncState): string => STATES[state].label;

/** How far a request is, in a word. Whether one that SageMaker has waits or runs cannot be told from outside. */
export function AsyncStatus({ state }: { state: AsyncState }) {
  return <StatusBadge {...STATES[state]} />;
}
