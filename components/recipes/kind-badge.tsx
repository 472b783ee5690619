import { ChartNoAxesCombined, Files, GraduationCap, Inbox, type LucideIcon, Server } from "lucide-react";

import { KIND_LABELS } from "@/catalog/recipes/labels";
import type { RecipeKind } from "@/catalog/recipes/schema";
import { Badge } from "@/components/ui/badge";

const ICONS: Record<RecipeKind, LucideIcon> = {
  training: GraduationCap,
  "real-time": Server,
  scaling: ChartNoAxesCombined,
  async: Inbox,
  batch: Files,
};

/** What a recipe makes, as icon and word. */
export function KindBadge({ kind }: { kind: RecipeKind }) {
  const Icon = ICONS[kind];
  return (
    <Badge>
      <Icon aria-hidden="true" className="size-3.5" />
      {KIND_LABELS[kind]}
    </Badge>
  );
}
