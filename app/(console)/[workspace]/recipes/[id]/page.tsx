import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";

import type { Recipe } from "@/catalog/recipes/schema";
import { recipeAs, recipeById } from "@/catalog/recipes/select";
import { PanelBoundary } from "@/components/panel-boundary";
import { MachineNote } from "@/components/recipes/machine-note";
import { RecipePage } from "@/components/recipes/recipe-page";
import { RecipeSkeleton } from "@/components/recipes/recipe-skeleton";
import { requireMember } from "@/lib/auth/session";
import { readInterpreters } from "@/lib/aws/emulator/interpreters";
import { workspaceFacts } from "@/lib/recipes/workspace-facts";
import { requireWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

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
  const edited = recipeAs(recipe, edition) ?? recipe;
  return (
    <RecipePage
      recipe={edited}
      edition={edition}
      workspace={{ id: workspace.id, isEmulator: workspace.isEmulator }}
      known={workspaceFacts(workspace, new Date(), randomUUID())}
      machine={
        workspace.isEmulator && edited.imports.length > 0 ? (
          <PanelBoundary title="What this machine has could not be read">
            <Suspense fallback={<p className="text-sm text-muted">Looking what this machine has…</p>}>
              <MachineSection recipe={edited} workspace={workspace} />
            </Suspense>
          </PanelBoundary>
        ) : null
      }
    />
  );
}

async function MachineSection({ recipe, workspace }: { recipe: Recipe; workspace: Workspace }) {
  return <MachineNote recipe={recipe} machine={await readInterpreters(workspace, recipe.imports)} />;
}
