"use client";

import { BookOpen } from "lucide-react";
import { useQueryStates } from "nuqs";

import { KIND_LABELS } from "@/catalog/recipes/labels";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchInput } from "@/components/ui/search-input";
import { Toolbar } from "@/components/ui/toolbar";
import type { PricedCard } from "@/lib/recipes/priced-cards";
import { KINDS, matchingCards, recipeSearchParams } from "@/lib/recipes/search";

import { RecipeCard } from "./recipe-card";

/** The cards of all recipes, narrowed by kind and words. The address holds both. */
export function RecipesView({ cards }: { cards: readonly PricedCard[] }) {
  const { id } = useWorkspace();
  const [{ kinds, q }, setQuery] = useQueryStates(recipeSearchParams);
  const found = matchingCards(cards, kinds, q);
  const chips = KINDS.map((kind) => ({
    value: kind,
    label: KIND_LABELS[kind],
    count: cards.filter((card) => card.kind === kind).length,
  }));

  return (
    <div>
      <Toolbar label="Find a recipe">
        <SearchInput
          label="Search recipes"
          placeholder="Search: BERT, spot, g4dn…"
          value={q}
          onChange={(event) => void setQuery({ q: event.target.value })}
          className="w-64 max-sm:w-full"
        />
        <FilterChips
          label="Kind"
          chips={chips}
          selected={kinds}
          onChange={(next) => void setQuery({ kinds: next.length > 0 ? next : null })}
        />
      </Toolbar>
      <p role="status" className="sr-only">
        {found.length === 1 ? "1 recipe" : `${found.length} recipes`}
      </p>
      {found.length > 0 ? (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {found.map((card) => (
            <RecipeCard key={card.id} card={card} workspaceId={id} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={BookOpen}
          title="No recipe matches"
          action={<Button onClick={() => void setQuery(null)}>Show all recipes</Button>}
        >
          A recipe must have all the words and one of the kinds.
        </EmptyState>
      )}
    </div>
  );
}
