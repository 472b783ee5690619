"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import { problemIn } from "@/lib/problem-in";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { replayQueries } from "@/lib/scaling/replay/queries";
import { withUpload } from "@/lib/scaling/replay/with-upload";

import type { Upload } from "./csv-upload";
import { ReplaySource } from "./replay-source";
import { type ReplaySubject, ReplayWorkbench } from "./replay-workbench";
import { useReplayParams } from "./use-replay-params";

type ReplaySectionProps = {
  endpoint: string;
  mode: EndpointMode;
  /** What scales each variant that runs on instances. */
  variants: readonly VariantScaling[];
};

/** Replays past traffic of a variant with its settings as they are and as they might be. */
export function ReplaySection({ endpoint, mode, variants }: ReplaySectionProps) {
  const { id } = useWorkspace();
  const { params, setParams } = useReplayParams();
  const [upload, setUpload] = useState<Upload | null>(null);
  const names = variants.map((each) => each.variant);
  const scaling = variants.find((each) => each.variant === params.variant) ?? variants[0];
  const variant = scaling?.variant ?? "";
  const history = useQuery({
    ...replayQueries.history(id, endpoint, { variant, span: params.span }),
    placeholderData: keepPreviousData,
    enabled: variant !== "",
  });
  return (
    <div className="flex flex-col gap-4">
      <Panel
        title="Replay past traffic"
        description="What other settings would have done with the traffic that really came: how many instances, what they cost, and when they would not have sufficed."
      >
        <ReplaySource
          variants={names}
          variant={variant}
          onVariant={(name) =>
            void setParams({ variant: name, target: null, min: null, max: null, out: null, in: null, actions: null })
          }
          span={params.span}
          onSpan={(span) => void setParams({ span })}
          upload={upload}
          onUpload={setUpload}
          metricCalls={history.data?.metricCalls ?? null}
        />
      </Panel>
      {history.data && scaling ? (
        <div aria-busy={history.isPlaceholderData} className="flex flex-col gap-4 aria-busy:opacity-60">
          {history.data.isSample && !upload ? (
            <Callout tone="warning" title="Sample data">
              The emulator made this traffic up, and the instances that followed it.
            </Callout>
          ) : null}
          <Workbench subject={{ endpoint, mode, scaling }} history={history.data} upload={upload} />
        </div>
      ) : history.isError ? (
        <ErrorPanel
          title="Past traffic could not be loaded"
          problem={problemIn(history.error)}
          onRetry={() => void history.refetch()}
        />
      ) : (
        <div role="status" className="flex flex-col gap-4">
          <span className="sr-only">Loading past traffic</span>
          <Skeleton className="h-24 w-full rounded-panel" />
          <Skeleton className="h-72 w-full rounded-panel" />
        </div>
      )}
    </div>
  );
}

type WorkbenchProps = {
  subject: ReplaySubject;
  history: Parameters<typeof withUpload>[0];
  upload: Upload | null;
};

/** Uploaded traffic stands in the place of CloudWatch's. */
function Workbench({ subject, history, upload }: WorkbenchProps) {
  const shown = upload ? withUpload(history, upload.traffic) : history;
  return <ReplayWorkbench subject={subject} history={shown} />;
}
