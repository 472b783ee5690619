"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";

import { CostLine } from "@/components/aws-form/cost-line";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { hostingRequests } from "@/lib/deploy/hosting/requests";
import type { HostingInput } from "@/lib/deploy/hosting/schema";
import { problemIn } from "@/lib/problem-in";

type Props = {
  input: HostingInput;
  error: Error | null;
  isBusy: boolean;
  onBack: () => void;
  onCreate: () => void;
};

/** The last look before anything is made: the two requests exactly as they will be sent. */
export function HostingReview({ input, error, isBusy, onBack, onCreate }: Props) {
  const refusal = useRefusal("endpoint:deploy");
  const requests = hostingRequests(input);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        Review: endpoint <span className="font-mono break-all">{input.endpointName}</span>
      </h2>
      {error ? <ErrorPanel title="Nothing was created" problem={problemIn(error)} /> : null}
      <Panel title="Cost">
        <CostLine use="hosting" instanceType={input.instanceType} instanceCount={input.instanceCount} />
      </Panel>
      <Panel title="Requests to SageMaker" description="Two calls, sent one after the other.">
        <CodeBlock
          label="Requests"
          tabs={[
            { id: "config", label: "CreateEndpointConfig", code: JSON.stringify(requests.endpointConfig, null, 2) },
            { id: "endpoint", label: "CreateEndpoint", code: JSON.stringify(requests.endpoint, null, 2) },
          ]}
        />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onBack} disabled={isBusy}>
          <ArrowLeft aria-hidden="true" />
          Back to the form
        </Button>
        <Button variant="primary" onClick={onCreate} busy={isBusy} disabled={refusal !== null}>
          Create endpoint
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </div>
  );
}
