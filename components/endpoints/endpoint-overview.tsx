"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { hostsComponents } from "@/lib/endpoints/config-view";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { endpointQueries } from "@/lib/endpoints/queries";
import type { SnippetTarget } from "@/lib/inference/snippets";
import { componentQueries } from "@/lib/inference-components/queries";

import { EndpointFacts } from "./endpoint-facts";
import { FailureCallout } from "./failure-callout";
import { InvocationCode } from "./invocation-code";
import { StatusNote } from "./status-note";
import { VariantPanel } from "./variant-panel";

type Props = { name: string; target: SnippetTarget; alarms: ReactNode };

/** What an endpoint is: its state, what runs, on what, from where, and how to call it. */
export function EndpointOverview({ name, target, alarms }: Props) {
  const { id } = useWorkspace();
  const { data: endpoint } = useQuery(endpointQueries.detail(id, name));
  if (!endpoint) return null;
  return (
    <div className="flex flex-col gap-4">
      <FailureCallout endpoint={endpoint} />
      <StatusNote endpoint={endpoint} />
      {endpoint.isConfigMissing ? (
        <Callout tone="warning" title="Its endpoint config was deleted">
          It goes on answering, but it cannot be updated, and this page cannot tell what it was made of.
        </Callout>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          {endpoint.variants.map((variant) => (
            <VariantPanel
              key={variant.name}
              variant={variant}
              isOnly={endpoint.variants.length === 1}
              isFailed={endpoint.status === "Failed"}
            />
          ))}
          {alarms}
        </div>
        <div className="flex flex-col gap-4">
          <EndpointFacts endpoint={endpoint} />
          <CallIt target={target} endpoint={endpoint} />
        </div>
      </div>
    </div>
  );
}

/** On an endpoint that hosts components a call names one: the first of them stands for all. */
function CallIt({ target, endpoint }: { target: SnippetTarget; endpoint: EndpointDetail }) {
  const { id } = useWorkspace();
  const isHosting = hostsComponents(endpoint);
  const components = useQuery({ ...componentQueries.of(id, endpoint.name), enabled: isHosting });
  if (!isHosting) return <InvocationCode target={target} task={endpoint.task} />;
  const [first] = components.data ?? [];
  if (!first) return null;
  return <InvocationCode target={target} task={first.task} component={first.name} />;
}
