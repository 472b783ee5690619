import { Callout } from "@/components/ui/callout";
import { Elapsed } from "@/components/ui/elapsed";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { statusMeaning } from "@/lib/endpoints/status";
import { isTransitional } from "@/lib/endpoints/view";

/** While something changes: what it is, for how long already, and what SageMaker says of each variant. */
export function StatusNote({ endpoint }: { endpoint: EndpointDetail }) {
  if (!isTransitional(endpoint.status)) return null;
  const stages = endpoint.variants.flatMap((variant) =>
    variant.stages.map((stage) => ({ ...stage, variant: variant.name })),
  );
  return (
    <Callout
      tone="working"
      title={
        <>
          {endpoint.status}
          {endpoint.updatedAt ? (
            <>
              {" "}
              for <Elapsed from={endpoint.updatedAt} />
            </>
          ) : null}
        </>
      }
    >
      <p>{statusMeaning(endpoint.status)} This page follows it by itself.</p>
      {stages.map((stage) => (
        <p key={`${stage.variant} ${stage.stage}`} className="mt-1 text-sm">
          {stage.variant}: {stage.stage}
          {stage.message ? `, ${stage.message}` : null}
        </p>
      ))}
    </Callout>
  );
}
