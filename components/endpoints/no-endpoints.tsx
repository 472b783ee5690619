"use client";

import { SearchX, Server } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

import { DeployLink } from "./deploy-link";

/** Nothing runs here yet. */
export function NoEndpoints() {
  const { region } = useWorkspace();
  return (
    <EmptyState icon={Server} title="No endpoints yet" action={<DeployLink variant="secondary" />}>
      An endpoint runs a model on instances of its own and answers requests until you delete it. There is none in{" "}
      {region}.
    </EmptyState>
  );
}

/** The filters leave nothing over. */
export function NoMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No endpoint matches"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      Try a shorter part of the name, another status, or a wider range of dates.
    </EmptyState>
  );
}
