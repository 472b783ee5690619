"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { InstanceSection } from "@/components/aws-form/instance-section";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { USUAL_WORKLOAD, type WorkloadDraft } from "@/lib/deploy/advice/workload";
import { defaultImage } from "@/lib/deploy/from-link";
import { type DeployMode, isForAccelerator } from "@/lib/deploy/mode-fields";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { commonInstance } from "@/lib/instances/offered";
import { workspacePath } from "@/lib/routes";

import { ModeAdvisor } from "./advice/mode-advisor";
import { AsyncFields } from "./async-fields";
import { ServerlessFields } from "./serverless-fields";

const MODES: { value: DeployMode; label: string; says: string }[] = [
  {
    value: "real-time",
    label: "Real-time",
    says: "Answers at once, up to 60 seconds and 25 MB. Instances run, and are billed, all the time.",
  },
  {
    value: "serverless",
    label: "Serverless",
    says: "Answers at once, up to 60 seconds and 4 MB, on the CPU. Nothing is billed while nobody asks; the first call after a while waits for a cold start.",
  },
  {
    value: "async",
    label: "Asynchronous",
    says: "Requests wait in a queue and are answered into S3, up to 1 GB and an hour each. Instances can go down to none.",
  },
];

type ModeSectionProps = {
  /** What the advisor was told; null: it is closed. */
  workload: WorkloadDraft | null;
  onWorkload: (workload: WorkloadDraft | null) => void;
};

/** How the endpoint answers, and on what. */
export function ModeSection({ workload, onWorkload }: ModeSectionProps) {
  const { control, setValue, getValues } = useFormContext<DeployFormValues>();
  const { region } = useWorkspace();
  const mode = useWatch({ control, name: "mode" });

  function choose(next: DeployMode) {
    setValue("mode", next, { shouldDirty: true });
    // What cannot run without instances is not kept for the person to find out at the end.
    if (next === "serverless" && isForAccelerator(getValues("image"))) {
      setValue("image", defaultImage("cpu", region), { shouldDirty: true });
      setValue("instanceType", commonInstance("hosting", "cpu"), { shouldDirty: true });
    }
  }

  return (
    <>
      <Panel
        title="Mode"
        description="How the endpoint answers."
        actions={
          <Button
            size="sm"
            aria-expanded={workload !== null}
            onClick={() => onWorkload(workload ? null : USUAL_WORKLOAD)}
          >
            {workload ? "Hide the help" : "Help me choose"}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {workload ? (
            <div className="border-b border-border pb-5">
              <ModeAdvisor draft={workload} onChange={onWorkload} onChoose={choose} />
            </div>
          ) : null}
          <SegmentedControl label="Mode" value={mode} onChange={choose} segments={MODES} className="self-start" />
          <p className="text-sm text-muted">{MODES.find(({ value }) => value === mode)?.says}</p>
          <HostingLink />
          {mode === "async" ? <AsyncFields /> : null}
          {mode === "serverless" ? <ServerlessFields /> : null}
        </div>
      </Panel>
      {mode === "serverless" ? null : (
        <InstanceSection
          use="hosting"
          description="The machines that run the container. AWS bills them by the second from creation to deletion, used or not."
        />
      )}
    </>
  );
}

/** The fourth way has no model of its own, so it is a form of its own; name and instance go along. */
function HostingLink() {
  const { control } = useFormContext<DeployFormValues>();
  const { id } = useWorkspace();
  const [name, instance] = useWatch({ control, name: ["endpointName", "instanceType"] });
  const query = new URLSearchParams(Object.entries({ name, instance }).filter(([, value]) => value));
  return (
    <p className="text-sm text-muted">
      Several models on the same instances, each with copies of its own, down to none?{" "}
      <Link
        href={workspacePath(id, `/deploy/components?${query}`)}
        className="font-medium text-accent-text hover:underline"
      >
        Host inference components
      </Link>
    </p>
  );
}
