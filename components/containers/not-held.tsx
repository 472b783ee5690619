import { notHeldReason } from "@/catalog/containers/image-uri";
import type { Container } from "@/catalog/containers/schema";
import { settle } from "@/catalog/containers/settle";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

type NotHeldProps = { container: Container; region: string; onChoose: (id: string) => void };

/** Stands in for the URI where the region has none, with the nearest image that it does hold. */
export function NotHeld({ container, region, onChoose }: NotHeldProps) {
  const nearest = settle(container, "use", container.use, region);
  return (
    <Callout tone="warning" title="No image_uri in this region">
      <p>{notHeldReason(container, region)}</p>
      {nearest && nearest.id !== container.id ? (
        <Button size="sm" className="mt-2" onClick={() => onChoose(nearest.id)}>
          Take {nearest.tag}
        </Button>
      ) : null}
    </Callout>
  );
}
