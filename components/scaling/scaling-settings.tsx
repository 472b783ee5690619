"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import { countOf } from "@/lib/scaling/dimensions";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import { configWords, scheduleWords } from "@/lib/scaling/policy-words";
import type { ScalingConfig } from "@/lib/scaling/schema";

import { ScalingEditor } from "./editor/scaling-editor";

type Props = { endpoint: string; mode: EndpointMode; scaling: VariantScaling };

/** The rules of a variant in words, and the way into their editor. */
export function ScalingSettings({ endpoint, mode, scaling }: Props) {
  const refusal = useRefusal("endpoint:deploy");
  const [start, setStart] = useState<{ config: ScalingConfig | null } | null>(null);
  const [undo, setUndo] = useState<ScalingConfig | null>(null);
  const { config, others } = scaling;
  if (start) {
    return (
      <ScalingEditor
        endpoint={endpoint}
        mode={mode}
        scaling={scaling}
        start={start.config}
        onCancel={() => setStart(null)}
        onDone={(before) => {
          setUndo(before);
          setStart(null);
        }}
      />
    );
  }
  return (
    <Panel
      title="Rules"
      description={config ? undefined : `Nothing scales ${scaling.variant}: it runs the same number at any load.`}
      actions={
        <>
          {undo ? (
            <Button size="sm" disabled={refusal !== null} onClick={() => setStart({ config: undo })}>
              Undo…
            </Button>
          ) : null}
          <Button
            size="sm"
            variant={config ? "secondary" : "primary"}
            disabled={refusal !== null}
            onClick={() => setStart({ config })}
          >
            <Pencil aria-hidden="true" />
            {config ? "Edit" : "Set up scaling"}
          </Button>
          {refusal ? <span className="text-sm text-muted">{refusal}</span> : null}
        </>
      }
    >
      {config ? (
        <DescriptionList
          items={[
            { term: "Bounds", value: `${config.min} to ${countOf(config.max, scaling.dimension)}` },
            ...config.policies.map((policy) => ({ term: policy.name, value: configWords(policy) })),
            ...others.map((policy) => ({ term: policy.name, value: policy.otherwise })),
            ...config.scheduled.map((action) => ({ term: action.name, value: scheduleWords(action) })),
          ]}
        />
      ) : null}
    </Panel>
  );
}
