import { Checkbox } from "@/components/ui/checkbox";
import { NumberField } from "@/components/ui/number-field";
import { nounOf } from "@/lib/scaling/dimensions";
import type { VariantScaling } from "@/lib/scaling/endpoint-view";

import type { ScalingDraft } from "./use-scaling-draft";

type Props = { draft: ScalingDraft; scaling: VariantScaling };

/** How few and how many, and what rests for now. */
export function BoundsFields({ draft: { draft, change, error }, scaling: { dimension, floor } }: Props) {
  const { suspended } = draft;
  const suspend = (part: Partial<typeof suspended>) => change({ suspended: { ...suspended, ...part } });
  return (
    <div className="flex max-w-180 flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label={`Minimum ${nounOf(dimension)}`}
          min={0}
          value={draft.min}
          onChange={(min) => change({ min: min ?? Number.NaN })}
          help={floor.rule}
          error={error("min")}
        />
        <NumberField
          label={`Maximum ${nounOf(dimension)}`}
          min={0}
          value={draft.max}
          onChange={(max) => change({ max: max ?? Number.NaN })}
          help="The most that any policy may reach, and the most that you pay for."
          error={error("max")}
        />
      </div>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
        <legend className="pb-1 text-sm font-medium">Suspend</legend>
        <Checkbox
          label="Scaling out"
          checked={suspended.scaleOut}
          onChange={({ target }) => suspend({ scaleOut: target.checked })}
        />
        <Checkbox
          label="Scaling in"
          checked={suspended.scaleIn}
          onChange={({ target }) => suspend({ scaleIn: target.checked })}
        />
        <Checkbox
          label="Scheduled actions"
          checked={suspended.scheduled}
          onChange={({ target }) => suspend({ scheduled: target.checked })}
        />
      </fieldset>
    </div>
  );
}
