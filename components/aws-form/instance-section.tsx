"use client";

import { type ReactNode, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { SearchInput } from "@/components/ui/search-input";
import { plural } from "@/lib/format/numbers";
import { type InstanceUse, offeredInstances } from "@/lib/instances/offered";

import { FormField } from "./form-field";
import { InstanceTiles } from "./instance-tiles";

const MOST_TILES = 60;

type WithInstances = { image: string; instanceType: string; instanceCount: number | string };

type InstanceSectionProps = {
  use: InstanceUse;
  description: ReactNode;
  /** Beside the number of instances. */
  children?: ReactNode;
};

/** Which machine, and how many of them. */
export function InstanceSection({ use, description, children }: InstanceSectionProps) {
  const { control, register } = useFormContext<WithInstances>();
  const image = useWatch({ control, name: "image" });
  const chosen = useWatch({ control, name: "instanceType" });
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState("");
  const offered = offeredInstances(image, { use, all, search });
  const shown = offered.slice(0, MOST_TILES);
  const isNarrowed = all || search !== "";

  return (
    <Panel title="Instances" description={description}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <SearchInput
            label="Search instance types"
            placeholder="ml.g5, A10G, neuron …"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="min-w-48 flex-1 sm:max-w-72"
          />
          <Button size="sm" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? "Show common types" : "Show all types"}
          </Button>
        </div>
        <InstanceTiles use={use} offered={shown} chosen={chosen} />
        {offered.length > shown.length ? (
          <p className="text-sm text-muted">
            {plural(offered.length - shown.length, "more type")} not shown: search by family or size.
          </p>
        ) : null}
        {isNarrowed && offered.length === 0 ? (
          <p className="text-sm text-muted">No instance type matches “{search}”.</p>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField name="instanceCount" label="Number of instances" required>
            {(ids) => <Input {...ids} type="number" inputMode="numeric" min={1} {...register("instanceCount")} />}
          </FormField>
          {children}
        </div>
      </div>
    </Panel>
  );
}
