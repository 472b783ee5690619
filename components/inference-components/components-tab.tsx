"use client";

import { useQuery } from "@tanstack/react-query";
import { Boxes, Plus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";

import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { TableSkeleton } from "@/components/ui/skeleton";
import { endpointQueries } from "@/lib/endpoints/queries";
import { componentQueries } from "@/lib/inference-components/queries";
import { isComponentMoving } from "@/lib/inference-components/view";
import { problemIn } from "@/lib/problem-in";

import { componentColumns } from "./component-columns";
import { ComponentForm } from "./component-form";
import { ComponentPanel } from "./component-panel";
import { HostingFacts } from "./hosting-facts";

/** The components on an endpoint, the one that the address names, and the form for another. */
export function ComponentsTab({ name }: { name: string }) {
  const { id } = useWorkspace();
  const endpoint = useQuery(endpointQueries.detail(id, name));
  const components = useQuery(componentQueries.of(id, name));
  const [chosen, choose] = useQueryState("component", parseAsString);
  const [isAdding, setAdding] = useState(false);
  const refusal = useRefusal("component:write");
  const rows = components.data ?? [];
  const table = useDataTable({ columns: componentColumns, rows, rowId: (row) => row.name });
  const variant = endpoint.data?.variants.find(({ hosting }) => hosting);

  if (components.isPending) return <TableSkeleton rows={4} />;
  if (components.isError && !components.data) {
    return (
      <ErrorPanel
        title="The components could not be loaded"
        problem={problemIn(components.error)}
        onRetry={() => void components.refetch()}
      />
    );
  }
  if (!variant && rows.length === 0) {
    return (
      <EmptyState icon={Boxes} title="This endpoint hosts no components">
        It runs the model of its configuration. Components need an endpoint that is made for them.
      </EmptyState>
    );
  }
  const shown = rows.find((component) => component.name === chosen);
  const add = (
    <Button variant="primary" disabled={refusal !== null || !variant} onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      Add a component
    </Button>
  );
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        {variant ? <HostingFacts variant={variant} components={rows} /> : <span />}
        {isAdding || rows.length === 0 ? null : add}
      </div>
      {refusal && rows.length === 0 ? <p className="text-sm text-muted">{refusal}</p> : null}
      {isAdding && variant ? (
        <ComponentForm
          endpoint={name}
          variant={variant}
          others={rows}
          onCancel={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            void choose(made);
          }}
        />
      ) : null}
      {rows.length > 0 ? (
        // Copies come and go by themselves: said to those who do not see them.
        <div aria-live="polite" aria-busy={rows.some(isComponentMoving)}>
          <DataTable label="Inference components" table={table} />
        </div>
      ) : isAdding ? null : (
        <EmptyState icon={Boxes} title="No components yet" action={add}>
          A component is a model with what each copy of it needs. The endpoint answers once it has one.
        </EmptyState>
      )}
      {chosen && !shown ? (
        <Callout tone="info" title={`There is no component ${chosen} on this endpoint`}>
          It may have been deleted, or not have begun yet.
        </Callout>
      ) : null}
      {shown ? (
        <ComponentPanel
          key={shown.name}
          component={shown}
          variant={variant ?? null}
          others={rows.filter((other) => other !== shown)}
          onClose={() => void choose(null)}
        />
      ) : null}
    </div>
  );
}
