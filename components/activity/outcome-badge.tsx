import type { Tone } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ActivityOutcome } from "@/lib/audit/view";

const LOOKS: Record<ActivityOutcome, { tone: Tone; label: string }> = {
  succeeded: { tone: "good", label: "Succeeded" },
  failed: { tone: "danger", label: "Failed" },
  running: { tone: "working", label: "Under way" },
  unknown: { tone: "warning", label: "Unknown" },
};

export function OutcomeBadge({ outcome }: { outcome: ActivityOutcome }) {
  return <StatusBadge {...LOOKS[outcome]} />;
}
