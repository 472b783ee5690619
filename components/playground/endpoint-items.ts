import { taskById } from "@/catalog/tasks/select";
import type { ComboboxItem } from "@/components/ui/combobox";
import type { EndpointRow } from "@/lib/endpoints/detail-view";

/** Endpoints to choose from, each with what it does and which model does it, as far as that is known yet. */
export function endpointItems(names: string[], rows: readonly EndpointRow[]): ComboboxItem[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return names.map((name) => {
    const row = byName.get(name);
    const known = [row?.task ? (taskById(row.task)?.label ?? row.task) : null, row?.model].filter(Boolean);
    return { value: name, label: name, description: known.length > 0 ? known.join(" · ") : undefined };
  });
}
