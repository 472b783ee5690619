"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { endpointExport } from "@/lib/code-export/program/endpoint-export";
import { programNotes } from "@/lib/code-export/program/notes";
import { endpointTabs } from "@/lib/code-export/program/tabs";
import { problemIn } from "@/lib/problem-in";
import { specificationQueries } from "@/lib/specification/queries";
import type { EndpointCodeView } from "@/lib/specification/view";

/** The endpoint as it is now, as programs that make an equal one, and as the requests themselves. */
export function EndpointCode({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data, error, isPending, refetch } = useQuery(specificationQueries.of(id, name));
  if (isPending) return <Skeleton className="h-96" />;
  if (!data) return <ErrorPanel title="The endpoint could not be read" problem={problemIn(error)} onRetry={refetch} />;
  return <Code view={data} />;
}

function Code({ view }: { view: EndpointCodeView }) {
  const { region, isEmulator } = useWorkspace();
  const wanted = endpointExport(view.calls, region);
  return (
    <div className="flex flex-col gap-4">
      {view.unread.map(({ what, message }) => (
        <Callout key={what} tone="warning" title={`Its ${what} could not be read and are not in the code`}>
          {message}
        </Callout>
      ))}
      <Panel title="This endpoint as code" description={programNotes(view.calls, { isEmulator }).join(" ")}>
        <CodeBlock label="Code for this endpoint" tabs={endpointTabs(wanted, view.endpoint)} />
      </Panel>
      <Panel title="Requests" description="The calls to AWS that make it, in order. Secrets are hidden.">
        <CodeBlock
          label="Requests"
          language="JSON"
          code={JSON.stringify(
            view.calls.map(({ operation, input }) => ({ [operation]: input })),
            null,
            2,
          )}
        />
      </Panel>
    </div>
  );
}
