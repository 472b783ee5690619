"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import type { ReactNode } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { hostsComponents } from "@/lib/endpoints/config-view";
import { endpointQueries } from "@/lib/endpoints/queries";
import { componentQueries } from "@/lib/inference-components/queries";

type Props = {
  /** The endpoint. */
  name: string;
  /** What is shown of the endpoint itself. */
  whole: ReactNode;
  /** The same of one of its components. */
  of: (component: string) => ReactNode;
};

/** On an endpoint that hosts components: which of them is looked at (`?component=`), or all of the endpoint. */
export function ComponentScope({ name, whole, of }: Props) {
  const { id } = useWorkspace();
  const endpoint = useQuery(endpointQueries.detail(id, name));
  const isHosting = endpoint.data !== undefined && hostsComponents(endpoint.data);
  const components = useQuery({ ...componentQueries.of(id, name), enabled: isHosting });
  const [chosen, choose] = useQueryState("component", parseAsString);
  if (!isHosting) return whole;
  const names = components.data?.map((component) => component.name) ?? [];
  // A link may name one that is gone: what it wrote and measured is still there.
  const all = chosen && !names.includes(chosen) ? [...names, chosen] : names;
  return (
    <div className="flex flex-col gap-4">
      <Field label="Of" required className="sm:max-w-72">
        {(ids) => (
          <Select {...ids} value={chosen ?? ""} onChange={({ target }) => void choose(target.value || null)}>
            <option value="">The endpoint and its instances</option>
            {all.map((component) => (
              <option key={component} value={component}>
                Component {component}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>{chosen ? of(chosen) : whole}</div>
    </div>
  );
}
