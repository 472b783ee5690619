"use client";

import { Hourglass } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/use-now";
import { isExpired, timeLeft } from "@/lib/endpoints/expiry";
import { formatDateTime } from "@/lib/format/dates";

const SOON_MS = 24 * 3_600_000;

/** Counts down to an endpoint's expiry; nothing for one that does not expire. */
export function ExpiryBadge({ expiresAt }: { expiresAt: string | null }) {
  const now = useNow();
  if (!expiresAt || now === null) return null;
  const isOver = isExpired(expiresAt, now);
  const isSoon = Date.parse(expiresAt) - now < SOON_MS;
  return (
    <span title={formatDateTime(expiresAt)}>
      <Badge tone={isOver ? "danger" : isSoon ? "warning" : "plain"}>
        <Hourglass aria-hidden="true" className="size-3" />
        {isOver ? "Expired" : `Expires in ${timeLeft(expiresAt, now)}`}
      </Badge>
    </span>
  );
}
