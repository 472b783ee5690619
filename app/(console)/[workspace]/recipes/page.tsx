import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { TRAINING_SAMPLES } from "@/catalog/samples/data";
import { PanelBoundary } from "@/components/panel-boundary";
import { RecipeCardsSkeleton } from "@/components/recipes/recipe-skeleton";
import { RecipesView } from "@/components/recipes/recipes-view";
import { SamplePanel } from "@/components/recipes/sample-panel";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";
import { priceTableOf } from "@/lib/costs/prices";
import { pricedCards } from "@/lib/recipes/priced-cards";
import { requireWorkspace } from "@/lib/workspaces/service";

export const metadata: Metadata = { title: "Recipes" };

export default function RecipesPage({ params }: PageProps<"/[workspace]/recipes">) {
  return (
    <main>
      <PageHead
        title="Recipes"
        summary="Start from a Hugging Face sample notebook: what it does, what is obsolete in it, and what to take today."
      />
      <PanelBoundary title="The recipes could not be loaded">
        <Suspense fallback={<RecipeCardsSkeleton />}>
          <RecipesSection params={params} />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function RecipesSection({ params }: Pick<PageProps<"/[workspace]/recipes">, "params">) {
  await connection(); // the member's role is read from the store at each request
  await requireMember("workspace:read");
  const workspace = await requireWorkspace((await params).workspace);
  return (
    <>
      {TRAINING_SAMPLES.map((sample) => (
        <SamplePanel key={sample.id} sample={sample} workspaceId={workspace.id} />
      ))}
      <RecipesView cards={pricedCards(await priceTableOf(workspace))} />
    </>
  );
}
