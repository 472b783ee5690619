import { SOURCE_LABELS } from "@/catalog/containers/labels";
import type { Container, ContainerSource } from "@/catalog/containers/schema";
import { Badge } from "@/components/ui/badge";

const TONES = { reference: "accent", sdk: "working", aws: "plain" } as const satisfies Record<ContainerSource, string>;

/** Who says that the image exists, one mark per source. */
export function SourceMarks({ container }: { container: Container }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {container.sources.map((source) => (
        <span key={source} title={SOURCE_LABELS[source].meaning}>
          <Badge tone={TONES[source]}>{SOURCE_LABELS[source].label}</Badge>
        </span>
      ))}
    </span>
  );
}
