"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { deployCalls } from "@/lib/code-export/program/endpoint-export";
import { programNotes } from "@/lib/code-export/program/notes";
import { deployTabs } from "@/lib/code-export/program/tabs";
import { reviewedRequests } from "@/lib/deploy/review";
import type { DeployInput } from "@/lib/deploy/schema";
import { problemIn } from "@/lib/problem-in";

import { DeployCost } from "./deploy-cost";

type ReviewStepProps = {
  input: DeployInput;
  /** The workspace's bucket. */
  bucket: string;
  error: Error | null;
  isBusy: boolean;
  onBack: () => void;
  onDeploy: () => void;
};

/** The last look before anything is made: the requests exactly as they will be sent, and the same as code. */
export function ReviewStep({ input, bucket, error, isBusy, onBack, onDeploy }: ReviewStepProps) {
  const { region, isEmulator } = useWorkspace();
  const refusal = useRefusal("endpoint:deploy");
  const requests = reviewedRequests(input, { region, bucket });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        Review: endpoint <span className="font-mono break-all">{requests.endpoint.EndpointName}</span>
      </h2>
      {error ? <ErrorPanel title="Nothing was deployed" problem={problemIn(error)} /> : null}
      <Panel title="Cost">
        <DeployCost
          mode={input.mode}
          instanceType={input.instanceType}
          instanceCount={input.instanceCount}
          memoryMb={input.serverlessMemoryMb}
        />
      </Panel>
      <Panel
        title="Requests to SageMaker"
        description={
          input.ownCode
            ? "Your code is uploaded and packed into the archive first, then these calls are sent, one after the other. Secrets are hidden here."
            : "Sent one after the other; alarms and scaling once it is in service. Secrets are hidden here."
        }
      >
        <CodeBlock
          label="Requests"
          tabs={[
            { id: "model", label: "CreateModel", code: toJson(requests.model) },
            { id: "config", label: "CreateEndpointConfig", code: toJson(requests.endpointConfig) },
            { id: "endpoint", label: "CreateEndpoint", code: toJson(requests.endpoint) },
            ...(requests.scaling
              ? [
                  { id: "target", label: "RegisterScalableTarget", code: toJson(requests.scaling.target) },
                  { id: "policy", label: "PutScalingPolicy", code: toJson(requests.scaling.policy) },
                ]
              : []),
            ...(requests.alarms
              ? [
                  {
                    id: "alarms",
                    label: `PutMetricAlarm × ${requests.alarms.length}`,
                    code: requests.alarms.map(toJson).join("\n\n"),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <Panel title="The same as code" description={programNotes(deployCalls(requests), { isEmulator }).join(" ")}>
        <CodeBlock label="Code for this deploy" tabs={deployTabs(requests, region)} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onBack} disabled={isBusy}>
          <ArrowLeft aria-hidden="true" />
          Back to the form
        </Button>
        <Button variant="primary" onClick={onDeploy} busy={isBusy} disabled={refusal !== null}>
          Deploy endpoint
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </div>
  );
}

const toJson = (request: object) => JSON.stringify(request, null, 2);
