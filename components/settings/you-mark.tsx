"use client";

import { useMember } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";

/** Marks one's own row. */
export function YouMark({ memberId }: { memberId: string }) {
  return useMember().id === memberId ? <Badge tone="accent">you</Badge> : null;
}
