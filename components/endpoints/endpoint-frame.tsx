"use client";

import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { type EndpointTab, tabsOf } from "@/lib/endpoints/tabs";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { EndpointGone } from "./endpoint-gone";
import { EndpointHead } from "./endpoint-head";
import { EndpointPageSkeleton } from "./endpoint-page-skeleton";
import { useEndpoint } from "./use-endpoint";

/** Head and tabs of an endpoint's page around the tab that is open; follows the endpoint until it is gone. */
export function EndpointFrame({ name, tab, children }: { name: string; tab: EndpointTab; children: ReactNode }) {
  const { id } = useWorkspace();
  const endpoint = useEndpoint(name);
  if (endpoint.isGone) return <EndpointGone />;
  if (endpoint.isPending) return <EndpointPageSkeleton />;
  if (!endpoint.data) {
    return (
      <>
        <PageHead title={name} />
        <ErrorPanel
          title="The endpoint could not be loaded"
          problem={problemIn(endpoint.error)}
          onRetry={() => void endpoint.refetch()}
        />
      </>
    );
  }
  return (
    <>
      <EndpointHead endpoint={endpoint.data} />
      <TabLinks
        label="Parts of the endpoint"
        active={tab}
        tabs={tabsOf(endpoint.data, tab).map(({ id: tabId, label }) => ({
          id: tabId,
          label,
          href: workspacePath(
            id,
            `/endpoints/${encodeURIComponent(name)}${tabId === "overview" ? "" : `?tab=${tabId}`}`,
          ),
        }))}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
