"use client";

import { TriangleAlert } from "lucide-react";

import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import { type PayloadLimit, payloadWarning } from "@/lib/inference/payload-limits";
import { bodyBytes, type InferenceRequest } from "@/lib/inference/request";

/** Below this share of the limit a bar would say nothing that the number does not. */
const WORTH_A_BAR = 0.1;

/** How large the request is as it is sent, against what is taken at most. */
export function PayloadGauge({ request, limit }: { request: InferenceRequest; limit: PayloadLimit }) {
  const bytes = bodyBytes(request.body);
  const share = bytes / limit.bytes;
  const warning = payloadWarning(bytes, limit);
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex justify-between gap-3 text-muted tabular-nums">
        <span className="min-w-0 truncate">
          Sends {formatBytes(bytes)} as <span className="font-mono">{request.contentType}</span>
        </span>
        <span className="shrink-0">at most {formatBytes(limit.bytes)}</span>
      </p>
      {share >= WORTH_A_BAR ? (
        <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-hover">
          <div
            className={cn("h-full", warning ? "bg-danger-fill" : "bg-accent")}
            style={{ width: `${Math.min(1, share) * 100}%` }}
          />
        </div>
      ) : null}
      <p role="status" className="flex items-start gap-1 text-warning empty:hidden">
        {warning ? (
          <>
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {warning} It will be refused.
          </>
        ) : null}
      </p>
    </div>
  );
}
