"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { workspacePath } from "@/lib/routes";

import { NameDialog } from "./name-dialog";
import { useDashboards } from "./use-dashboards";

/** Makes a dashboard and opens it to be filled. */
export function NewDashboard() {
  const { id } = useWorkspace();
  const router = useRouter();
  const { create, refusal } = useDashboards();
  const [open, setOpen] = useState(false);
  const button = (
    <Button variant="primary" disabled={refusal !== null} onClick={() => setOpen(true)}>
      New dashboard
    </Button>
  );
  return (
    <>
      {refusal ? <Tooltip label={refusal}>{button}</Tooltip> : button}
      <NameDialog
        open={open}
        onOpenChange={(next) => {
          create.reset();
          setOpen(next);
        }}
        title="New dashboard"
        initial=""
        action="Make dashboard"
        busy={create.isPending}
        error={create.error}
        onSubmit={(name) =>
          create.mutate(
            { name, panels: [] },
            {
              onSuccess: (made) => {
                // The page is kept as it was left: who comes back must not find the dialog open.
                setOpen(false);
                router.push(workspacePath(id, `/metrics/dashboards/${made.id}?edit=true`));
              },
            },
          )
        }
      />
    </>
  );
}
