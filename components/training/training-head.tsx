"use client";

import { Columns3, Copy, CopyPlus, Ellipsis, Layers, OctagonX, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { PageHead } from "@/components/ui/page-head";
import { useCopy } from "@/components/ui/use-copy";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";
import { comparisonPath } from "@/lib/training/compare/jobs";
import { deployTrainedLink } from "@/lib/training/deploy-link";
import { deletionRefusal, stopRefusal } from "@/lib/training/job-status";
import type { TrainingJobDetail } from "@/lib/training/job-view";

import { StopJobDialog } from "./stop-job-dialog";
import { TrainingStatus } from "./training-status";
import { useDeleteJob } from "./use-change-job";

/** Name, state and machines; deploying what came out, or stopping it, is what most people come for. */
export function TrainingHead({ job }: { job: TrainingJobDetail }) {
  const { id, region } = useWorkspace();
  const [isStopping, setStopping] = useState(false);
  const deploy = deployTrainedLink(job, region);
  const refusal = useRefusal("training:stop");
  const isRunning = job.status === "InProgress";
  return (
    <>
      <PageHead
        title={<span className="font-mono">{job.name}</span>}
        summary={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1">
            <TrainingStatus job={job} />
            {job.instanceType ? (
              <span>
                {job.instanceCount} × {job.instanceType}
                {job.isSpot ? ", spot" : null}
              </span>
            ) : null}
          </span>
        }
        action={
          isRunning ? (
            <Button disabled={refusal !== null} title={refusal ?? undefined} onClick={() => setStopping(true)}>
              <OctagonX aria-hidden="true" />
              Stop
            </Button>
          ) : deploy.path ? (
            <ButtonLink variant="primary" href={workspacePath(id, deploy.path)}>
              Deploy the model
            </ButtonLink>
          ) : null
        }
        menu={<HeadMenu job={job} onStop={() => setStopping(true)} />}
      />
      <StopJobDialog name={job.name} open={isStopping} onOpenChange={setStopping} />
    </>
  );
}

function HeadMenu({ job, onStop }: { job: TrainingJobDetail; onStop: () => void }) {
  const router = useRouter();
  const { id, region } = useWorkspace();
  const { copy } = useCopy();
  const [isDeleting, setDeleting] = useState(false);
  const deletion = useDeleteJob();
  const noStop = useRefusal("training:stop") ?? stopRefusal(job.status);
  const noDelete = useRefusal("training:delete") ?? deletionRefusal(job.status);

  function remove() {
    deletion.mutate(job.name, {
      onSuccess: () => {
        toast.success(`${job.name} is deleted`);
        router.push(workspacePath(id, "/training"));
      },
    });
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton label="More actions">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuLink
          href={workspacePath(id, `/training/new?from=${encodeURIComponent(job.name)}`)}
          icon={<CopyPlus aria-hidden="true" />}
        >
          Clone as a new job
        </MenuLink>
        <MenuLink href={workspacePath(id, comparisonPath([job.name]))} icon={<Columns3 aria-hidden="true" />}>
          Compare with other jobs
        </MenuLink>
        {job.artifactUri?.endsWith(".tar.gz") ? (
          <MenuLink
            href={workspacePath(
              id,
              `/batch/new${(deployTrainedLink(job, region).path ?? "/deploy?source=s3").slice("/deploy".length)}`,
            )}
            icon={<Layers aria-hidden="true" />}
          >
            Run a batch with the model
          </MenuLink>
        ) : null}
        <MenuItem onSelect={() => copy(job.arn)} icon={<Copy aria-hidden="true" />}>
          Copy ARN
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<OctagonX aria-hidden="true" />}
          disabled={noStop !== null}
          reason={noStop ?? undefined}
          onSelect={onStop}
        >
          Stop…
        </MenuItem>
        <MenuItem
          tone="danger"
          icon={<Trash2 aria-hidden="true" />}
          disabled={noDelete !== null}
          reason={noDelete ?? undefined}
          onSelect={() => setDeleting(true)}
        >
          Delete…
        </MenuItem>
      </Menu>
      <ConfirmByName
        open={isDeleting}
        onOpenChange={(open) => {
          if (!open) deletion.reset();
          setDeleting(open);
        }}
        title="Delete training job"
        name={job.name}
        actionLabel="Delete training job"
        onConfirm={remove}
        busy={deletion.isPending}
        error={deletion.error ? problemIn(deletion.error) : null}
      >
        <p>
          The record of the job goes: its settings, stages and final metrics. Its model in S3 and its log in CloudWatch
          stay.
        </p>
      </ConfirmByName>
    </>
  );
}
