"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { DescriptionList } from "@/components/ui/description-list";
import { HelpMark } from "@/components/ui/help-mark";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Truncate } from "@/components/ui/truncate";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";

import { workspacePath } from "@/lib/routes";

import { EndpointStatus } from "./endpoint-status";
import { EndpointTags } from "./endpoint-tags";
import { ExpiryFact } from "./expiry-fact";
import { HourlyPrice } from "./hourly-price";

/** The endpoint itself: identity, age, cost, tags. */
export function EndpointFacts({ endpoint }: { endpoint: EndpointDetail }) {
  return (
    <Panel title="Endpoint">
      <DescriptionList
        items={[
          { term: "Status", value: <EndpointStatus endpoint={endpoint} /> },
          {
            term: (
              <>
                ARN <HelpMark label="an ARN">The name by which AWS knows a resource, unique in the world.</HelpMark>
              </>
            ),
            value: <Truncate text={endpoint.arn} keepEnd={20} copyLabel="Copy ARN" />,
          },
          { term: "Created", value: <RelativeTime at={endpoint.createdAt} /> },
          { term: "Last change", value: <RelativeTime at={endpoint.updatedAt} /> },
          { term: "Cost", value: <CostWithLink endpoint={endpoint} /> },
          {
            term: "Endpoint config",
            value: endpoint.configName ? <Truncate text={endpoint.configName} copyLabel="Copy config name" /> : null,
          },
          { term: "Expires", value: <ExpiryFact name={endpoint.name} /> },
          { term: "Tags", value: <EndpointTags name={endpoint.name} /> },
        ]}
      />
    </Panel>
  );
}

function CostWithLink({ endpoint }: { endpoint: EndpointDetail }) {
  const { id } = useWorkspace();
  return (
    <span className="flex flex-wrap gap-x-3">
      <Cost endpoint={endpoint} />
      <Link
        href={workspacePath(id, `/cost?search=${encodeURIComponent(endpoint.name)}`)}
        className="text-accent-text hover:underline"
      >
        This month
      </Link>
    </span>
  );
}

function Cost({ endpoint }: { endpoint: EndpointDetail }) {
  if (endpoint.cost.usdPerHour !== null) return <HourlyPrice cost={endpoint.cost} withUnit />;
  if (endpoint.status === "Failed" || endpoint.status === "OutOfService") return "None: it runs no instance";
  return endpoint.mode === "serverless" ? "Paid by use" : "No price is known for this type and region";
}
