"use client";

import { Tags, Trash2, X } from "lucide-react";
import { useState } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

import { DeleteManyDialog } from "./delete-many-dialog";
import { TagsDialog } from "./tags-dialog";

/** What can be done with the selected endpoints. It lies over the page's end, so that no row moves while one selects. */
export function SelectedEndpoints({ names, onClear }: { names: readonly string[]; onClear: () => void }) {
  // What was asked for goes on with these, whatever becomes of the selection meanwhile.
  const [asked, setAsked] = useState<{ to: "delete" | "tag"; names: readonly string[] } | null>(null);
  const cannotDelete = useRefusal("endpoint:delete");
  const cannotTag = useRefusal("endpoint:deploy");
  const close = () => setAsked(null);
  return (
    <>
      {names.length > 0 ? (
        <section
          aria-label="Selected endpoints"
          className="sticky bottom-4 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-border bg-overlay py-2 pr-2 pl-4 shadow-overlay"
        >
          <p className="font-medium tabular-nums" aria-live="polite">
            {names.length} selected
          </p>
          <IconButton label="Clear the selection" className="sm:order-last" onClick={onClear}>
            <X aria-hidden="true" />
          </IconButton>
          <Button disabled={cannotTag !== null} onClick={() => setAsked({ to: "tag", names })}>
            <Tags aria-hidden="true" />
            Tags…
          </Button>
          <Button variant="danger" disabled={cannotDelete !== null} onClick={() => setAsked({ to: "delete", names })}>
            <Trash2 aria-hidden="true" />
            Delete…
          </Button>
          {cannotDelete ? <span className="text-sm text-muted">{cannotDelete}</span> : null}
        </section>
      ) : null}
      {asked?.to === "delete" ? (
        <DeleteManyDialog
          names={asked.names}
          onClose={(isBegun) => {
            close();
            if (isBegun) onClear();
          }}
        />
      ) : null}
      {asked?.to === "tag" ? <TagsDialog names={asked.names} onClose={close} /> : null}
    </>
  );
}
