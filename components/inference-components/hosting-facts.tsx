import { DescriptionList } from "@/components/ui/description-list";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { amountWords, hardwareOf, roomFor } from "@/lib/inference-components/room";
import type { ComponentDetail } from "@/lib/inference-components/view";

type Props = { variant: VariantDetail; components: readonly ComponentDetail[] };

/** What the instances are, how much of them components take, and how many there may be. */
export function HostingFacts({ variant, components }: Props) {
  const { instanceType, hosting } = variant;
  const now = variant.currentInstances ?? variant.desiredInstances ?? 0;
  const hardware = hardwareOf(instanceType);
  const placed = components.map(({ specification, desiredCopies }) => ({ specification, copies: desiredCopies ?? 0 }));
  const room = hardware && roomFor(hardware, hardware, { now, most: now }, placed);
  return (
    <DescriptionList
      items={[
        {
          term: "Instances",
          value: (
            <>
              {now} × <span className="font-mono text-[0.93em]">{instanceType ?? "unknown type"}</span>
              {hosting?.managed ? (
                <span className="text-muted">
                  , SageMaker keeps {hosting.managed.min} to {hosting.managed.max}
                </span>
              ) : (
                <span className="text-muted">, their number stays</span>
              )}
            </>
          ),
        },
        ...(room ? [{ term: "Taken", value: `${amountWords(room.taken)} of ${amountWords(room.total)}` }] : []),
        {
          term: "Copies",
          value: components.reduce((sum, { currentCopies }) => sum + (currentCopies ?? 0), 0).toString(),
        },
      ]}
    />
  );
}
