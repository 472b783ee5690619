import type { ReactNode } from "react";

import type { Recipe } from "@/catalog/recipes/schema";
import type { RecipeEdition } from "@/catalog/recipes/select";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { buildRecipe } from "@/lib/recipes/build-requests";
import { emulatorModelNote } from "@/lib/recipes/emulator-model";
import { recipeForm } from "@/lib/recipes/form";
import type { WorkspaceFacts } from "@/lib/recipes/workspace-facts";
import { workspacePath } from "@/lib/routes";

import { ChangesTable } from "./changes-table";
import { KindBadge } from "./kind-badge";
import { RecipeCode } from "./recipe-code";
import { RecipeFacts } from "./recipe-facts";
import { RecipeSamples } from "./recipe-samples";
import { ReplacedNote } from "./replaced-note";

type RecipePageProps = {
  /** With the presets of the edition. */
  recipe: Recipe;
  edition: RecipeEdition;
  workspace: { id: string; isEmulator: boolean };
  known: WorkspaceFacts;
  /** What its script finds on the emulator's machine. */
  machine?: ReactNode;
};

const NOTEBOOKS = "https://github.com/huggingface/notebooks/blob/main/";

/** One recipe: what it does and takes, what is obsolete, its payloads, requests and code. */
export function RecipePage({ recipe, edition, workspace, known, machine }: RecipePageProps) {
  const { facts, examples } = known;
  const built = buildRecipe(recipe, facts);
  const form = built.ok ? recipeForm(recipe, edition, built.requests, facts) : null;
  const model = workspace.isEmulator ? emulatorModelNote(recipe, facts.bucket) : null;
  const here = `/recipes/${recipe.id}` as const;
  return (
    <>
      <PageHead
        title={recipe.title}
        summary={recipe.purpose}
        action={
          form?.link ? (
            <ButtonLink variant="primary" href={workspacePath(workspace.id, form.link.path)}>
              {form.link.label}
            </ButtonLink>
          ) : null
        }
      />
      <div className="flex flex-col gap-5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <KindBadge kind={recipe.kind} />
          <span>
            Sample notebook {recipe.id}:{" "}
            <a href={`${NOTEBOOKS}${recipe.notebook}`} className="text-accent-text underline">
              read it on GitHub
            </a>
          </span>
        </p>
        {recipe.today ? (
          <TabLinks
            label="Edition"
            active={edition}
            tabs={[
              { id: "today", label: "With today's images", href: workspacePath(workspace.id, here) },
              {
                id: "notebook",
                label: "As in the notebook",
                href: workspacePath(workspace.id, `${here}?edition=notebook`),
              },
            ]}
          />
        ) : (
          <ReplacedNote recipe={recipe} workspaceId={workspace.id} />
        )}
        {machine}
        {model ? <Callout title="To be served in the emulator">{model}</Callout> : null}
        {form?.note ? <Callout>{form.note}</Callout> : null}
        {built.ok ? null : (
          <Callout tone="warning" title={`It cannot run in ${facts.region}`}>
            {built.reason}
          </Callout>
        )}
        <RecipeFacts
          recipe={recipe}
          requests={built.ok ? built.requests : null}
          region={facts.region}
          isEmulator={workspace.isEmulator}
        />
        <Panel title="Old and new" description="What is obsolete in the notebook, and what one takes today." flush>
          <ChangesTable changes={recipe.changes} />
        </Panel>
        <RecipeSamples samples={recipe.samples} />
        {built.ok ? (
          <RecipeCode
            recipe={recipe}
            requests={built.requests}
            region={facts.region}
            bucket={facts.bucket}
            examples={examples}
            isEmulator={workspace.isEmulator}
          />
        ) : null}
        <Panel title="Good to know">
          <ul className="flex max-w-[68ch] list-disc flex-col gap-1 pl-4">
            {recipe.quirks.map((quirk) => (
              <li key={quirk}>{quirk}</li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
