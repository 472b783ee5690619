import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { formatUsdPerHour } from "@/lib/format/money";
import type { PricedCard } from "@/lib/recipes/priced-cards";
import { workspacePath } from "@/lib/routes";

import { KindBadge } from "./kind-badge";

/** One recipe of the list; all of it is the link. */
export function RecipeCard({ card, workspaceId }: { card: PricedCard; workspaceId: string }) {
  return (
    <li className="relative flex min-w-0 flex-col gap-2 rounded-panel border border-border bg-panel p-4 transition-colors hover:border-border-control has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring">
      <div className="flex flex-wrap items-center gap-1.5">
        <KindBadge kind={card.kind} />
        {card.isHistoric ? <Badge tone="warning">Old images only</Badge> : null}
        <span className="ml-auto font-mono text-sm text-muted">{card.id}</span>
      </div>
      <h2 className="text-base font-semibold">
        <Link
          href={workspacePath(workspaceId, `/recipes/${card.id}`)}
          className="outline-none after:absolute after:inset-0 after:rounded-panel"
        >
          {card.title}
        </Link>
      </h2>
      <p className="grow text-sm text-muted">{card.purpose}</p>
      <dl className="flex flex-col gap-1 text-sm text-muted">
        <div>
          <dt className="sr-only">Runs on</dt>
          <dd className="flex flex-wrap gap-x-2">
            <span className="font-mono">{card.instances}</span>
            <span>{card.usdPerHour === null ? "price unknown" : formatUsdPerHour(card.usdPerHour)}</span>
            {card.recordedTime ? <span>{card.recordedTime}</span> : null}
          </dd>
        </div>
        {card.needs.length > 0 ? (
          <div>
            <dt className="inline">Needs: </dt>
            <dd className="inline">{card.needs.join("; ")}</dd>
          </div>
        ) : null}
      </dl>
    </li>
  );
}
