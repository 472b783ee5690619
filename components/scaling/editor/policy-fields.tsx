"use client";

import { Plus, Trash2 } from "lucide-react";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import { CONCURRENCY, COPIES } from "@/lib/scaling/dimensions";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";
import type { PolicyConfig } from "@/lib/scaling/policy-schema";
import { configWords } from "@/lib/scaling/policy-words";
import { freshSteps, freshTracking, wakeCopiesPolicy, wakePolicy } from "@/lib/scaling/presets";
import { isWaking } from "@/lib/scaling/tracked-metrics";

import { StepFields } from "./step-fields";
import { TrackingFields } from "./tracking-fields";
import type { ScalingDraft } from "./use-scaling-draft";

type Props = { draft: ScalingDraft; scaling: VariantScaling; endpoint: string; mode: EndpointMode };

/** The policies of a target, each folded to one line. */
export function PolicyFields({ draft, scaling, endpoint, mode }: Props) {
  const { policies } = draft.draft;
  const set = (index: number, policy: PolicyConfig) =>
    draft.change({ policies: policies.map((each, at) => (at === index ? policy : each)) });
  const add = (policy: PolicyConfig) => draft.change({ policies: [...policies, unique(policy, policies)] });
  const isCopies = scaling.dimension === COPIES;
  // Policies are named after what they scale.
  const subject = isCopies ? scaling.variant : endpoint;
  const canWake = policies.some(isWaking);
  return (
    <div className="flex flex-col gap-3">
      {policies.length === 0 ? <p className="text-base text-muted">No policy: nothing follows the load.</p> : null}
      {policies.map((policy, index) => (
        <details
          // biome-ignore lint/suspicious/noArrayIndexKey: a policy's name is being typed; its place is its identity
          key={index}
          open={!(policy.name in scaling.arns) || undefined}
          className="rounded-control border border-border"
        >
          <summary className="cursor-pointer px-3 py-2 text-base marker:text-muted">
            <span className="font-medium break-all">{policy.name || "New policy"}</span>{" "}
            <span className="text-muted">{configWords(policy)}</span>
          </summary>
          <div className="flex max-w-180 flex-col gap-4 border-t border-border p-3">
            <div className="flex items-end gap-2">
              <Field
                label="Policy name"
                required
                error={draft.error(`policies.${index}.name`)}
                className="flex-1"
                help={
                  policy.name in scaling.arns ? "Another name makes another policy and removes this one." : undefined
                }
              >
                {(ids) => (
                  <Input
                    {...ids}
                    mono
                    value={policy.name}
                    onChange={({ target }) => set(index, { ...policy, name: target.value })}
                  />
                )}
              </Field>
            </div>
            {policy.kind === "tracking" ? (
              <TrackingFields
                policy={policy}
                endpoint={subject}
                dimension={scaling.dimension}
                onChange={(change) => set(index, { ...policy, ...change })}
                error={(field) => draft.error(`policies.${index}.${field}`)}
              />
            ) : (
              <StepFields
                policy={policy}
                onChange={(change) => set(index, { ...policy, ...change })}
                error={(field) => draft.error(`policies.${index}.${field}`)}
              />
            )}
            <Button
              className="w-fit"
              aria-label={`Remove the policy ${policy.name}`}
              onClick={() => draft.change({ policies: policies.filter((_, at) => at !== index) })}
            >
              <Trash2 aria-hidden="true" />
              Remove this policy
            </Button>
          </div>
        </details>
      ))}
      {scaling.others.map((policy) => (
        <Callout key={policy.name} title={policy.name}>
          {policy.otherwise} It stays as it is; change it where it was made.
        </Callout>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => add(freshTracking(subject, mode, scaling.dimension))}>
          <Plus aria-hidden="true" />
          Target tracking
        </Button>
        {scaling.dimension === CONCURRENCY ? null : (
          <Button size="sm" onClick={() => add(freshSteps(endpoint, scaling.variant, scaling.dimension))}>
            <Plus aria-hidden="true" />
            Steps
          </Button>
        )}
        {(mode === "async" || isCopies) && !canWake ? (
          <Button size="sm" onClick={() => add(isCopies ? wakeCopiesPolicy(subject) : wakePolicy(endpoint))}>
            <Plus aria-hidden="true" />
            Wake from zero
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** A second policy of a kind gets a number behind its name, and so does its alarm. */
function unique(policy: PolicyConfig, others: readonly PolicyConfig[]): PolicyConfig {
  const taken = new Set(others.map(({ name }) => name));
  let name = policy.name;
  for (let number = 2; taken.has(name); number += 1) name = `${policy.name}-${number}`;
  if (policy.kind === "tracking" || !policy.alarm) return { ...policy, name };
  return { ...policy, name, alarm: { ...policy.alarm, name } };
}
