import { X } from "lucide-react";

import { IconButton } from "@/components/ui/icon-button";
import type { Parameters } from "@/lib/inference/parameters";

type Props = { names: string[]; values: Parameters; onRemove: (name: string) => void };

/** Parameters that came from JSON and that the task's form has no field for: sent as they are, or taken away. */
export function UnknownParameters({ names, values, onRemove }: Props) {
  if (names.length === 0) return null;
  return (
    <div className="pt-3 text-sm">
      <p className="text-muted">Sent as well, though this task is not known to take it:</p>
      <ul aria-label="Other parameters" className="flex flex-col">
        {names.map((name) => (
          <li key={name} className="flex items-center gap-2">
            <code className="min-w-0 truncate font-mono">
              {name} = {JSON.stringify(values[name])}
            </code>
            <IconButton size="sm" label={`Do not send ${name}`} onClick={() => onRemove(name)}>
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
