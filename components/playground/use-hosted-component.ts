"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { hostsComponents } from "@/lib/endpoints/config-view";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { componentQueries } from "@/lib/inference-components/queries";
import type { ComponentDetail } from "@/lib/inference-components/view";

/** Which component of an endpoint is asked (`?component=`); the first where the address names none, null where it hosts none. */
export function useHostedComponent(endpoint: EndpointDetail | undefined) {
  const { id } = useWorkspace();
  const isHosting = endpoint !== undefined && hostsComponents(endpoint);
  const components = useQuery({ ...componentQueries.of(id, endpoint?.name ?? ""), enabled: isHosting });
  const [named, choose] = useQueryState("component", parseAsString);
  const all = components.data ?? [];
  const component = named ? all.find(({ name }) => name === named) : all[0];
  return {
    isHosting,
    isPending: isHosting && components.isPending,
    all,
    component: (isHosting && component) || null,
    /** What the call names; empty: nothing. */
    name: isHosting ? (component?.name ?? named ?? "") : "",
    choose,
    refusal: isHosting ? refusalOf(component, named, components.error) : null,
  };
}

export type HostedComponent = ReturnType<typeof useHostedComponent>;

function refusalOf(component: ComponentDetail | undefined, named: string | null, error: Error | null): string | null {
  if (error && !component) return `Its components could not be read: ${error.message}`;
  if (!component) {
    return named
      ? `There is no component ${named} on this endpoint.`
      : "The endpoint hosts inference components and has none yet. Add one on its Components tab.";
  }
  const { status, name, failureReason } = component;
  if (status === "Creating") return `${name} is still starting. You can try it once it is InService.`;
  if (status === "Deleting") return `${name} is being deleted.`;
  return status === "Failed" ? `${name} failed: ${failureReason ?? "SageMaker gives no reason."}` : null;
}
