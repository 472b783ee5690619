import { contradictions } from "@/catalog/containers/data";
import { Badge } from "@/components/ui/badge";

/** Marks an image about which the sources disagree; the picker tells the story. */
export function Disputed({ containerId }: { containerId: string }) {
  const story = contradictions.find((row) => row.containerId === containerId)?.text;
  if (!story) return null;
  return (
    <span title={story}>
      <Badge tone="warning">Disputed</Badge>
    </span>
  );
}
