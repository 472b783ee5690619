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
import { boto3Transform, cliTransform } from "@/lib/code-export/transform";
import { problemIn } from "@/lib/problem-in";
import { transformCautions } from "@/lib/transform/cautions";
import { reviewedTransform } from "@/lib/transform/planned-request";
import type { TransformFormValues, TransformInput } from "@/lib/transform/schema";

type Props = { input: TransformInput; error: Error | null; isBusy: boolean; onBack: () => void; onCreate: () => void };

/** The last look before anything is made: the requests exactly as they will be sent, and the same as code. */
export function TransformReview({ input, error, isBusy, onBack, onCreate }: Props) {
  const { region } = useWorkspace();
  const refusal = useRefusal("transform:create");
  const requests = reviewedTransform(input, region);
  const cautions = transformCautions(input as unknown as TransformFormValues);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        Review: transform job <span className="font-mono break-all">{requests.job.TransformJobName}</span>
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
        <CostLine use="transform" instanceType={input.instanceType} instanceCount={input.instanceCount} />
      </Panel>
      <Panel title="Requests to SageMaker" description="Sent one after the other. Secrets are hidden here.">
        <CodeBlock
          label="Requests"
          tabs={[
            ...(requests.model ? [{ id: "model", label: "CreateModel", code: toJson(requests.model) }] : []),
            { id: "job", label: "CreateTransformJob", code: toJson(requests.job) },
          ]}
        />
      </Panel>
      <Panel title="The same as code">
        <CodeBlock
          label="Code for this job"
          tabs={[
            { id: "boto3", label: "boto3", code: boto3Transform(requests, region) },
            { id: "cli", label: "AWS CLI", code: cliTransform(requests, region) },
          ]}
        />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onBack} disabled={isBusy}>
          <ArrowLeft aria-hidden="true" />
          Back to the form
        </Button>
        <Button variant="primary" onClick={onCreate} busy={isBusy} disabled={refusal !== null}>
          Run transform job
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </div>
  );
}

const toJson = (request: object) => JSON.stringify(request, null, 2);
