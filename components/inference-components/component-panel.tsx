"use client";

import { Pencil, Trash2, X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { componentPath } from "@/lib/inference-components/paths";
import { type ComponentDetail, componentRefusal } from "@/lib/inference-components/view";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { ComponentFacts } from "./component-facts";
import { ComponentForm } from "./component-form";
import { useComponentChanges } from "./use-component-changes";

type Props = {
  component: ComponentDetail;
  /** Where copies are placed; null when the endpoint's config is gone. */
  variant: VariantDetail | null;
  others: readonly ComponentDetail[];
  onClose: () => void;
};

/** One component: what it runs, the ways on from it, and its changes. */
export function ComponentPanel({ component, variant, others, onClose }: Props) {
  const { name, endpoint } = component;
  const { id } = useWorkspace();
  const [isChanging, setChanging] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const { remove } = useComponentChanges(endpoint);
  const busy = componentRefusal(component);
  const writing = useRefusal("component:write") ?? busy;
  const deleting = useRefusal("component:delete") ?? busy;
  const page = (tab: "playground" | "metrics" | "logs" | "scaling") =>
    workspacePath(id, componentPath(endpoint, name, tab));

  if (isChanging && variant) {
    return (
      <ComponentForm
        endpoint={endpoint}
        variant={variant}
        others={others}
        component={component}
        onCancel={() => setChanging(false)}
        onDone={() => setChanging(false)}
      />
    );
  }
  return (
    <Panel
      title={
        <>
          Component <span className="font-mono">{name}</span>
        </>
      }
      actions={
        <IconButton label={`Close ${name}`} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="sm" variant="primary" href={page("playground")}>
            Try it
          </ButtonLink>
          <ButtonLink size="sm" href={page("metrics")}>
            Metrics
          </ButtonLink>
          <ButtonLink size="sm" href={page("logs")}>
            Logs
          </ButtonLink>
          <ButtonLink size="sm" href={page("scaling")}>
            Scaling
          </ButtonLink>
          <Button size="sm" disabled={writing !== null || !variant} onClick={() => setChanging(true)}>
            <Pencil aria-hidden="true" />
            Change what it runs
          </Button>
          <Button size="sm" disabled={deleting !== null} onClick={() => setDeleting(true)}>
            <Trash2 aria-hidden="true" />
            Delete
          </Button>
          {(writing ?? deleting) ? <span className="self-center text-sm text-muted">{writing ?? deleting}</span> : null}
        </div>
        <ComponentFacts component={component} />
      </div>
      <ConfirmByName
        open={isDeleting}
        onOpenChange={(open) => {
          if (!open) remove.reset();
          setDeleting(open);
        }}
        title="Delete component"
        name={name}
        actionLabel="Delete component"
        busy={remove.isPending}
        error={remove.error ? problemIn(remove.error) : null}
        onConfirm={() =>
          remove.mutate([name], {
            onSuccess: () => {
              setDeleting(false);
              toast.success(`Deleting ${name}`, { description: "SageMaker takes a moment to stop its copies." });
            },
          })
        }
      >
        <p>
          Its copies stop answering at once, and what scales it goes with it. Its model, the endpoint and its instances
          stay, and the instances go on costing.
        </p>
      </ConfirmByName>
    </Panel>
  );
}
