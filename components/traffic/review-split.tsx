import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";
import type { CapacityRequest } from "@/lib/traffic/requests";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  requests: readonly CapacityRequest[];
  busy: boolean;
  error: Error | null;
  onApply: () => void;
};

/** The last look before anything is changed: the requests exactly as they are sent, in their order. */
export function ReviewSplit({ open, onOpenChange, requests, busy, error, onApply }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Review the change"
      description={
        requests.length > 1
          ? "SageMaker takes the weights of all variants in one request and a count in one of its own, one change at a time: each waits until the endpoint is in service again."
          : "The endpoint answers all the while; it is Updating until the change is done."
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Back</Button>
          <Button variant="primary" busy={busy} onClick={onApply}>
            {`Send ${plural(requests.length, "request")}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {error ? <ErrorPanel title="Nothing was changed" problem={problemIn(error)} /> : null}
        {requests.map((request, index) => (
          <CodeBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what is shown
            key={index}
            language={`${index + 1}. UpdateEndpointWeightsAndCapacities`}
            label={`Request ${index + 1}`}
            code={JSON.stringify(request, null, 2)}
          />
        ))}
      </div>
    </Dialog>
  );
}
