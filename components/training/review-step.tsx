"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";

import { CostLine } from "@/components/aws-form/cost-line";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { trainingExport } from "@/lib/code-export/program/training-export";
import { problemIn } from "@/lib/problem-in";
import { trainingCautions } from "@/lib/training/cautions";
import { maskedRequest, plannedRequest } from "@/lib/training/planned-request";
import type { TrainingInput } from "@/lib/training/schema";

import { TrainingCode } from "./training-code";

type ReviewStepProps = {
  input: TrainingInput;
  bucket: string;
  error: Error | null;
  isBusy: boolean;
  onBack: () => void;
  onCreate: () => void;
};

const SCRIPT_NOTES: Record<TrainingInput["source"], string> = {
  upload: "./scripts stands for the folder with your script.",
  git: "The script is read from S3, where it was packed from git.",
  s3: "The script is read from S3.",
};

/** The last look before anything is made: the request exactly as it will be sent. */
export function ReviewStep({ input, bucket, error, isBusy, onBack, onCreate }: ReviewStepProps) {
  const { region, isEmulator } = useWorkspace();
  const refusal = useRefusal("training:create");
  const request = maskedRequest(plannedRequest(input, { region, bucket }));
  const wanted = trainingExport(
    request,
    { region, bucket },
    input.source === "upload" ? { kind: "upload", folder: "./scripts" } : undefined,
  );
  const cautions = trainingCautions(input);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        Review: training job <span className="font-mono break-all">{request.TrainingJobName}</span>
      </h2>
      {error ? <ErrorPanel title="No job was created" problem={problemIn(error)} /> : null}
      {cautions.length > 0 ? (
        <Callout tone="warning" title="Before you go on">
          <ul className="list-disc pl-5">
            {cautions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <Panel title="Cost while it runs">
        <CostLine use="training" instanceType={input.instanceType} instanceCount={input.instanceCount} />
      </Panel>
      <Panel
        title="Request to SageMaker"
        description={
          input.source === "upload"
            ? "The script is uploaded first, then this one call is sent. Secrets are hidden here."
            : "This one call is sent. Secrets are hidden here."
        }
      >
        <CodeBlock label="Request" language="CreateTrainingJob" code={JSON.stringify(request, null, 2)} />
      </Panel>
      <TrainingCode wanted={wanted} isEmulator={isEmulator} note={SCRIPT_NOTES[input.source]} />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onBack} disabled={isBusy}>
          <ArrowLeft aria-hidden="true" />
          Back to the form
        </Button>
        <Button variant="primary" onClick={onCreate} busy={isBusy} disabled={refusal !== null}>
          Create training job
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </div>
  );
}
