import type { Container } from "@/catalog/containers/schema";
import { containerById, contradictionsOf } from "@/catalog/containers/select";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** Where the sources disagree about the image, with the other version of the story one click away. */
export function ContradictionNotes({ container, onChoose }: { container: Container; onChoose: (id: string) => void }) {
  return contradictionsOf(container).map((row) => (
    <Callout key={row.otherId} tone="warning" title="The sources disagree">
      <p>{row.text}</p>
      <Button size="sm" className="mt-2" onClick={() => onChoose(row.otherId)}>
        Show the other image<span className="sr-only">: {containerById(row.otherId)?.tag}</span>
      </Button>
    </Callout>
  ));
}
