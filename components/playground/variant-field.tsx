import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type Props = {
  variants: readonly string[];
  value: string;
  onChange: (variant: string) => void;
  error?: string | undefined;
};

/** Which variant answers; nothing where there is no choice. A link may name one that is not there any more. */
export function VariantField({ variants, value, onChange, error }: Props) {
  if (variants.length < 2 && value === "") return null;
  const named = value === "" || variants.includes(value) ? variants : [...variants, value];
  return (
    <Field label="Variant" required error={error} help="By traffic: SageMaker picks one by the weights.">
      {(ids) => (
        <Select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">By traffic</option>
          {named.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}
