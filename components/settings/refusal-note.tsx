import { Lock } from "lucide-react";

/** Why the controls around it are disabled. */
export function RefusalNote({ refusal }: { refusal: string | null }) {
  if (!refusal) return null;
  return (
    <p className="inline-flex items-center gap-1.5 text-sm text-muted">
      <Lock aria-hidden="true" className="size-4" />
      {refusal} You can look, not change.
    </p>
  );
}
