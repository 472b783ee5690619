"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { componentPath } from "@/lib/inference-components/paths";
import { workspacePath } from "@/lib/routes";

import type { HostedComponent } from "./use-hosted-component";

type Props = { hosted: HostedComponent; onChoose: (name: string) => void };

/** Which of the models on the endpoint's instances answers, and what it means when it has no copy. */
export function ComponentField({ hosted, onChoose }: Props) {
  const { id } = useWorkspace();
  const { isHosting, all, name, component } = hosted;
  if (!isHosting || name === "") return null;
  const isKnown = all.some((each) => each.name === name);
  return (
    <div className="flex flex-col gap-3">
      <Field label="Component" required help="Which of the models on the endpoint's instances answers.">
        {(ids) => (
          <Select {...ids} value={name} onChange={({ target }) => onChoose(target.value)}>
            {isKnown ? null : <option value={name}>{name}</option>}
            {all.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}
                {each.currentCopies === 0 ? " (no copy)" : ""}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {component?.currentCopies === 0 && component.status !== "Creating" ? (
        <Callout tone="info" title="It has no copy now, so a call fails">
          Where a policy wakes it from zero, that very call starts a copy: try again after a minute or two. Otherwise{" "}
          <Link
            href={workspacePath(id, componentPath(component.endpoint, component.name))}
            className="text-accent-text underline"
          >
            set its copies
          </Link>
          .
        </Callout>
      ) : null}
    </div>
  );
}
