"use client";

import { toast } from "sonner";

import { ConfirmByName } from "@/components/ui/confirm-by-name";
import type { ParkedEndpoint } from "@/lib/parking/view";
import { keptInWords } from "@/lib/parking/words";
import { problemIn } from "@/lib/problem-in";

import { useParked } from "./use-parked";

type Props = { parked: ParkedEndpoint; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks before a parked endpoint is forgotten for good. */
export function DiscardDialog({ parked, open, onOpenChange }: Props) {
  const { discard } = useParked();
  return (
    <ConfirmByName
      open={open}
      onOpenChange={(next) => {
        discard.reset();
        onOpenChange(next);
      }}
      title="Discard parked endpoint"
      name={parked.endpoint}
      actionLabel="Discard"
      busy={discard.isPending}
      error={discard.error ? problemIn(discard.error) : null}
      onConfirm={() =>
        discard.mutate(parked, {
          onSuccess: () => {
            onOpenChange(false);
            toast.success(`${parked.endpoint} is discarded`);
          },
        })
      }
    >
      <p>It cannot be restored afterwards. This is forgotten; nothing in AWS changes:</p>
      <ul className="list-disc pl-5 text-muted">
        {keptInWords(parked.summary).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </ConfirmByName>
  );
}
