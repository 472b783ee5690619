"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { problemIn } from "@/lib/problem-in";
import type { Difference } from "@/lib/updates/diff-runs";
import type { UpdateRequests } from "@/lib/updates/view";

import { DifferencesTable } from "./differences-table";

type UpdateReviewProps = {
  endpointName: string;
  differences: Difference[];
  requests: UpdateRequests;
  error: Error | null;
  isBusy: boolean;
  onBack: () => void;
  onUpdate: () => void;
};

/** The last look before an endpoint is changed: what differs, and the calls as they will be sent. */
export function UpdateReviewStep(props: UpdateReviewProps) {
  const { endpointName, differences, requests, error, isBusy, onBack, onUpdate } = props;
  const refusal = useRefusal("endpoint:deploy");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        Review: update of <span className="font-mono break-all">{endpointName}</span>
      </h2>
      {error ? <ErrorPanel title="Nothing was changed" problem={problemIn(error)} /> : null}
      <Panel title="What changes">
        {differences.length === 0 ? (
          <p className="text-base text-muted">
            Nothing of what runs: the same is started anew, which also takes up an archive that was replaced in S3.
          </p>
        ) : (
          <DifferencesTable label="What changes" differences={differences} before="Runs" after="Will run" />
        )}
      </Panel>
      <Panel
        title="Requests to AWS"
        description="Sent one after the other. What is not changed is taken over. Secrets are hidden here."
      >
        <CodeBlock label="Requests" tabs={tabsOf(requests)} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onBack} disabled={isBusy}>
          <ArrowLeft aria-hidden="true" />
          Back to the form
        </Button>
        <Button variant="primary" onClick={onUpdate} busy={isBusy} disabled={refusal !== null}>
          Update endpoint
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
    </div>
  );
}

function tabsOf({ models, alarms, endpointConfig, update }: UpdateRequests) {
  const numbered = (name: string, index: number, of: unknown[]) => (of.length > 1 ? `${name} ${index + 1}` : name);
  return [
    ...models.map((model, index) => ({
      id: `model-${index}`,
      label: numbered("CreateModel", index, models),
      code: toJson(model),
    })),
    ...alarms.map((alarm, index) => ({
      id: `alarm-${index}`,
      label: numbered("PutMetricAlarm", index, alarms),
      code: toJson(alarm),
    })),
    ...(endpointConfig ? [{ id: "config", label: "CreateEndpointConfig", code: toJson(endpointConfig) }] : []),
    { id: "update", label: "UpdateEndpoint", code: toJson(update) },
  ];
}

const toJson = (request: object) => JSON.stringify(request, null, 2);
