"use client";

import { Tags, Trash2 } from "lucide-react";
import { useState } from "react";

import { SelectionBar } from "@/components/data-table/selection-bar";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";

import { DeleteManyDialog } from "./delete-many-dialog";
import { TagsDialog } from "./tags-dialog";

/** What can be done with the selected endpoints. */
export function SelectedEndpoints({ names, onClear }: { names: readonly string[]; onClear: () => void }) {
  // What was asked for goes on with these, whatever becomes of the selection meanwhile.
  const [asked, setAsked] = useState<{ to: "delete" | "tag"; names: readonly string[] } | null>(null);
  const cannotDelete = useRefusal("endpoint:delete");
  const cannotTag = useRefusal("endpoint:deploy");
  const close = () => setAsked(null);
  return (
    <>
      <SelectionBar label="Selected endpoints" count={names.length} onClear={onClear}>
        <Button disabled={cannotTag !== null} onClick={() => setAsked({ to: "tag", names })}>
          <Tags aria-hidden="true" />
          Tags…
        </Button>
        <Button variant="danger" disabled={cannotDelete !== null} onClick={() => setAsked({ to: "delete", names })}>
          <Trash2 aria-hidden="true" />
          Delete…
        </Button>
        {cannotDelete ? <span className="text-sm text-muted">{cannotDelete}</span> : null}
      </SelectionBar>
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
