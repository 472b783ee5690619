"use client";

import { History } from "lucide-react";

import type { ReactNode } from "react";

import { RelativeTime } from "@/components/ui/relative-time";
import type { KeptCall } from "@/lib/playground/view";
import { MASK } from "@/lib/secrets/mask";

/** Says that an answer is one of the past, and what of the call is no more. */
export function ShownNote({ call, action }: { call: KeptCall; action?: ReactNode }) {
  const isHidden = call.request.text?.includes(MASK) ?? false;
  const isCut = call.request.text === null && call.request.base64 === null;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
      <History aria-hidden="true" className="size-4 shrink-0" />
      <span>
        From your history, <RelativeTime at={call.at} />.
      </span>
      {isCut ? <span>The input was too large to keep: put it in again to run it.</span> : null}
      {action}
      {isHidden ? <span>What looked like a secret was not kept: put it in again to run it.</span> : null}
    </p>
  );
}
