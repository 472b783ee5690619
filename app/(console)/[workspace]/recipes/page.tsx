import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";

import { recipeCards } from "@/catalog/recipes/select";
import { PanelBoundary } from "@/components/panel-boundary";
import { RecipeCardsSkeleton } from "@/components/recipes/recipe-skeleton";
import { RecipesView } from "@/components/recipes/recipes-view";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Recipes" };

export default function RecipesPage() {
  return (
    <main>
      <PageHead
        title="Recipes"
        summary="Start from a Hugging Face sample notebook: what it does, what is obsolete in it, and what to take today."
      />
      <PanelBoundary title="The recipes could not be loaded">
        <Suspense fallback={<RecipeCardsSkeleton />}>
          <RecipesSection />
        </Suspense>
      </PanelBoundary>
    </main>
  );
}

async function RecipesSection() {
  await connection(); // the member's role is read from the store at each request
  await requireMember("workspace:read");
  return <RecipesView cards={recipeCards()} />;
}
