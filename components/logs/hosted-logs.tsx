"use client";

import type { ReactNode } from "react";

import { ComponentScope } from "@/components/inference-components/component-scope";

import { LogsPanel } from "./logs-panel";

/** The log of an endpoint, or of one of the components that it hosts: each has a group of its own. */
export function HostedLogs({ name, endpoint }: { name: string; endpoint: ReactNode }) {
  return (
    <ComponentScope
      name={name}
      whole={endpoint}
      of={(component) => <LogsPanel key={component} source={{ of: "inference-components", name: component }} />}
    />
  );
}
