"use client";

import type { ReactNode } from "react";

import { ComponentScope } from "@/components/inference-components/component-scope";

import { ComponentMetrics } from "./component-metrics";

/** The metrics of an endpoint, or of one of the components that it hosts. */
export function HostedMetrics({ name, endpoint }: { name: string; endpoint: ReactNode }) {
  return (
    <ComponentScope
      name={name}
      whole={endpoint}
      of={(component) => <ComponentMetrics key={component} name={component} />}
    />
  );
}
