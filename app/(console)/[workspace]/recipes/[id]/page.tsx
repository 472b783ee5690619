import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import { recipeAs, recipeById } from "@/catalog/recipes/select";
import { RecipePage } from "@/components/recipes/recipe-page";
import { RecipeSkeleton } from "@/components/recipes/recipe-skeleton";
import { requireMember } from "@/lib/auth/session";
import { workspaceFacts } from "@/lib/recipes/workspace-facts";
import { requireWorkspace } from "@/lib/workspaces/service";

type Props = PageProps<"/[workspace]/recipes/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: recipeById((await params).id)?.title ?? "Recipe" };
}

export default function Page(props: Props) {
  return (
    <main>
      <Suspense fallback={<RecipeSkeleton />}>
        <RecipeSection {...props} />
      </Suspense>
    </main>
  );
}

async function RecipeSection({ params, searchParams }: Props) {
  await connection(); // names carry the time of the request
  await requireMember("workspace:read");
  const { workspace: workspaceId, id } = await params;
  const workspace = await requireWorkspace(workspaceId);
  const recipe = recipeById(id);
  if (!recipe) notFound();
  // Most people start something new; what only old images make has no other edition.
  const edition = (await searchParams).edition === "notebook" || !recipe.today ? "notebook" : "today";
  return (
    <RecipePage
      recipe={recipeAs(recipe, edition) ?? recipe}
      edition={edition}
      workspace={{ id: workspace.id, isEmulator: workspace.isEmulator }}
      known={workspaceFacts(workspace, new Date(), randomUUID())}
    />
  );
}
