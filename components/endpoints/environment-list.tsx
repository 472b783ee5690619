import { Lock } from "lucide-react";

import type { EnvironmentEntry } from "@/lib/secrets/mask";

/** A container's environment; secrets were masked before they left the server. */
export function EnvironmentList({ environment }: { environment: EnvironmentEntry[] }) {
  if (environment.length === 0)
    return <p className="mt-4 text-sm text-muted">The container has no environment of its own.</p>;
  return (
    <div className="mt-4 border-t border-border pt-3">
      <h3 className="pb-1 text-sm font-medium">Environment</h3>
      <dl className="flex flex-col gap-1 font-mono text-sm">
        {environment.map(({ name, value, isSecret }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-2">
            <dt className="break-all text-muted">{name}</dt>
            <dd className="inline-flex min-w-0 items-center gap-1 break-all">
              {value}
              {isSecret ? (
                <>
                  <Lock aria-hidden="true" className="size-3 text-muted" />
                  <span className="sr-only">hidden</span>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
