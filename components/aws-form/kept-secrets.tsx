import { Button } from "@/components/ui/button";

type Props = { kept: readonly string[]; onChange: (kept: string[]) => void };

/** Hidden variables are taken over on the server; here they can only be dropped, or typed anew as a row. */
export function KeptSecrets({ kept, onChange }: Props) {
  if (kept.length === 0) return null;
  return (
    <div>
      <p className="mb-1 text-sm font-medium">Hidden variables, kept as they are</p>
      <ul className="flex flex-wrap gap-2">
        {kept.map((name) => (
          <li key={name} className="flex items-center gap-1 rounded-control border border-border px-2 py-0.5 text-sm">
            <span className="font-mono">{name}</span>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Drop ${name}`}
              onClick={() => onChange(kept.filter((other) => other !== name))}
            >
              Drop
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">To change one, add a variable of the same name below.</p>
    </div>
  );
}
