"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { plural } from "@/lib/format/numbers";

/** Asks once before everything goes. */
export function ClearHistory({ count, onClear }: { count: number; onClear: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title="Clear your history?"
      description={`${plural(count, "call")} in this workspace will be deleted, to every endpoint. This cannot be undone.`}
      trigger={
        <Button size="sm" variant="ghost">
          Clear
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Keep it</Button>
          <Button
            variant="danger"
            onClick={() => {
              setOpen(false);
              onClear();
            }}
          >
            Clear history
          </Button>
        </>
      }
    />
  );
}
