import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { DeletionResult } from "@/lib/endpoints/deletion-view";

/** After a deletion that went only part of the way: what is gone, and what exists and why. */
export function DeletionRemainder({ result, onClose }: { result: DeletionResult | null; onClose: () => void }) {
  return (
    <Dialog
      open={result !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Some parts are still there"
      size="md"
      footer={
        <Button variant="primary" onClick={onClose}>
          Understood
        </Button>
      }
    >
      {result ? (
        <div className="flex flex-col gap-4">
          <div>
            <p className="text-sm font-medium">Gone</p>
            <ul className="list-disc pl-5">
              {result.gone.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </div>
          <div>
            <p className="text-sm font-medium">Still there</p>
            <ul className="list-disc pl-5">
              {result.remaining.map((part) => (
                <li key={part.name}>
                  {part.name}: <span className="text-muted">{part.reason}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
