import type { Recipe } from "@/catalog/recipes/schema";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { workspacePath } from "@/lib/routes";

/** For a recipe that only old images can make: where to go instead. */
export function ReplacedNote({ recipe, workspaceId }: { recipe: Recipe; workspaceId: string }) {
  if (!recipe.replacedBy) return null;
  return (
    <Callout tone="warning" title="Only old images can run this">
      Below it is as in the notebook. For new work take{" "}
      <Link href={workspacePath(workspaceId, `/recipes/${recipe.replacedBy}`)} className="text-accent-text underline">
        recipe {recipe.replacedBy}
      </Link>
      , which does the same in PyTorch.
    </Callout>
  );
}
