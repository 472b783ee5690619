"use client";

import { ChevronRight } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import { type S3Place, s3Address, stepsTo } from "@/lib/s3/address";

type PlaceCrumbsProps = {
  place: S3Place | null;
  onBuckets: () => void;
  onStep: (prefix: string) => void;
};

/** The way from the buckets to here, each step a way back. */
export function PlaceCrumbs({ place, onBuckets, onStep }: PlaceCrumbsProps) {
  const steps = place ? [{ name: place.bucket, prefix: "" }, ...stepsTo(place.prefix)] : [];
  return (
    <nav aria-label="Place in S3" className="flex min-w-0 flex-wrap items-center gap-y-1 text-sm">
      <Step name="Buckets" isHere={!place} onClick={onBuckets} />
      {steps.map(({ name, prefix }, index) => (
        <span key={prefix} className="flex min-w-0 items-center">
          <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
          <Step name={name || "(empty name)"} isHere={index === steps.length - 1} onClick={() => onStep(prefix)} />
        </span>
      ))}
      {place ? <CopyButton value={s3Address(place.bucket, place.prefix)} label="Copy this address" /> : null}
    </nav>
  );
}

function Step({ name, isHere, onClick }: { name: string; isHere: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-current={isHere ? "location" : undefined}
      onClick={onClick}
      className="min-w-0 truncate rounded-sm px-1 py-0.5 text-accent-text hover:bg-hover hover:underline aria-[current]:font-medium aria-[current]:text-foreground"
    >
      {name}
    </button>
  );
}
