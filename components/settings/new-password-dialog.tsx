"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import type { NewPassword } from "@/lib/members/view";

type NewPasswordDialogProps = { made: NewPassword | null; onClose: () => void };

/** Shows a generated password the one time that it can be seen. */
export function NewPasswordDialog({ made, onClose }: NewPasswordDialogProps) {
  return (
    <Dialog
      open={made !== null}
      onOpenChange={onClose}
      title={`Password of ${made?.name ?? ""}`}
      description="It is shown this once. Hand it over safely; it can be changed under Your account after signing in."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex items-center justify-between gap-2 rounded-control border border-border bg-inset px-3 py-2">
        <code className="font-mono text-lg break-all select-all">{made?.password}</code>
        <CopyButton value={made?.password ?? ""} label="Copy password" />
      </div>
    </Dialog>
  );
}
