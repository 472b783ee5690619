import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

/** Said after a reload: what is there again, and what a browser does not keep. */
export function KeptDraft({ onForget }: { onForget: () => void }) {
  return (
    <Callout title="What you typed is here again">
      <p>Files of this computer and secrets are not kept: choose and type them again.</p>
      <Button size="sm" className="mt-2" onClick={onForget}>
        Start over
      </Button>
    </Callout>
  );
}
