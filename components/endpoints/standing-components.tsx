"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useComponentChanges } from "@/components/inference-components/use-component-changes";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Link } from "@/components/ui/link";
import { plural } from "@/lib/format/numbers";
import { componentPath } from "@/lib/inference-components/paths";
import { componentQueries } from "@/lib/inference-components/queries";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

type Props = {
  endpoint: string;
  components: string[];
  /** Called when there are fewer. */
  onChanged: () => void;
};

/** Why an endpoint cannot be deleted yet: the components that stand on it, and the way to be rid of them. */
export function StandingComponents({ endpoint, components, onChanged }: Props) {
  const { id } = useWorkspace();
  const refusal = useRefusal("component:delete");
  const { remove } = useComponentChanges(endpoint);
  const now = useQuery(componentQueries.of(id, endpoint));
  const isGoing = remove.isSuccess && components.length > 0;
  const left = now.data?.length;
  useEffect(() => {
    // The preview is the server's: it is asked again when the components are seen to go.
    if (left !== undefined && left < components.length) onChanged();
  }, [left, components.length, onChanged]);
  return (
    <div className="flex flex-col gap-3">
      <Callout
        tone="warning"
        title={`${plural(components.length, "inference component")} ${components.length === 1 ? "stands" : "stand"} on it`}
      >
        SageMaker deletes an endpoint only when no component is left on it.
      </Callout>
      <ul aria-label="Components on the endpoint" className="flex flex-col gap-2">
        {components.map((name) => {
          const status = now.data?.find((component) => component.name === name)?.status;
          return (
            <li key={name} className="flex flex-wrap items-baseline gap-x-2">
              <Link
                href={workspacePath(id, componentPath(endpoint, name))}
                className="py-0.5 font-mono text-sm break-all text-accent-text underline"
              >
                {name}
              </Link>
              {status ? <span className="text-sm text-muted">{status}</span> : null}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="danger"
          busy={remove.isPending || isGoing}
          disabled={refusal !== null}
          onClick={() => remove.mutate(components)}
        >
          {isGoing ? "Deleting components" : `Delete ${plural(components.length, "component")} first`}
        </Button>
        {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
      </div>
      {remove.error ? <ErrorPanel title="Not all could be deleted" problem={problemIn(remove.error)} /> : null}
    </div>
  );
}
