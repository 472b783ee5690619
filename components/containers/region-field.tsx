import { registriesOf } from "@/catalog/containers/registries";
import type { Container } from "@/catalog/containers/schema";
import { regions } from "@/catalog/regions/data";
import { partitionLabel } from "@/catalog/regions/select";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";

type RegionFieldProps = { container: Container; region: string; onChange: (region: string) => void };

/** Every region with Hugging Face images; those without this one say so. */
export function RegionField({ container, region, onChange }: RegionFieldProps) {
  const held = registriesOf(container);
  const items = regions.map(({ id, label, partition }) => ({
    value: id,
    label: `${label} · ${id}`,
    description: partition === "aws" ? undefined : partitionLabel(partition),
    disabled: !(id in held),
    reason: id in held ? undefined : "Does not hold this image",
  }));
  return (
    <Field label="Region" required>
      {(ids) => <Combobox {...ids} items={items} value={region} onChange={(value) => value && onChange(value)} />}
    </Field>
  );
}
