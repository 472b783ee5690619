"use client";

import { Copy, CopyPlus, Ellipsis, OctagonX } from "lucide-react";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { PageHead } from "@/components/ui/page-head";
import { useCopy } from "@/components/ui/use-copy";
import { workspacePath } from "@/lib/routes";
import { stopRefusal } from "@/lib/transform/job-status";
import type { TransformJobDetail } from "@/lib/transform/job-view";

import { StopTransformDialog } from "./stop-transform-dialog";
import { TransformStatus } from "./transform-status";

/** Name, state and machines; stopping it while it runs, and running it again as it was. */
export function TransformHead({ job }: { job: TransformJobDetail }) {
  const { id } = useWorkspace();
  const [isStopping, setStopping] = useState(false);
  const refusal = useRefusal("transform:stop");
  const { copy } = useCopy();
  const noStop = refusal ?? stopRefusal(job.status);
  const clone = workspacePath(id, `/batch/new?from=${encodeURIComponent(job.name)}`);
  return (
    <>
      <PageHead
        title={<span className="font-mono">{job.name}</span>}
        summary={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1">
            <TransformStatus job={job} />
            <span>
              {job.instanceCount} × {job.instanceType}
            </span>
          </span>
        }
        action={
          job.status === "InProgress" ? (
            <Button disabled={refusal !== null} title={refusal ?? undefined} onClick={() => setStopping(true)}>
              <OctagonX aria-hidden="true" />
              Stop
            </Button>
          ) : (
            <ButtonLink href={clone}>
              <CopyPlus aria-hidden="true" />
              Clone as a new job
            </ButtonLink>
          )
        }
        menu={
          <Menu
            trigger={
              <IconButton label="More actions">
                <Ellipsis aria-hidden="true" />
              </IconButton>
            }
          >
            <MenuItem onSelect={() => copy(job.arn)} icon={<Copy aria-hidden="true" />}>
              Copy ARN
            </MenuItem>
            <MenuItem
              icon={<OctagonX aria-hidden="true" />}
              disabled={noStop !== null}
              reason={noStop ?? undefined}
              onSelect={() => setStopping(true)}
            >
              Stop…
            </MenuItem>
          </Menu>
        }
      />
      <StopTransformDialog name={job.name} open={isStopping} onOpenChange={setStopping} />
    </>
  );
}
