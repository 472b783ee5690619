"use client";

import { useQueryStates } from "nuqs";

import { containerById, defaultContainer } from "@/catalog/containers/select";
import { containerSnippets } from "@/catalog/containers/snippets";
import { useWorkspace } from "@/components/shell/workspace-context";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { containerSearchParams, knownImageId } from "@/lib/containers/search-params";

import { ChosenBar } from "./chosen-bar";
import { ChosenContainer } from "./chosen-container";
import { ContainerPicker } from "./container-picker";
import { ContainerTables } from "./container-tables";
import { ReadUri } from "./read-uri";

/** The Containers page: matrix, result, code and the tables behind them. The address holds the selection. */
export function ContainersView() {
  const workspace = useWorkspace();
  const [query, setQuery] = useQueryStates(containerSearchParams);
  const region = query.region ?? workspace.region;
  const container = containerById(knownImageId(query.image) ?? "") ?? defaultContainer();
  const snippets = containerSnippets(container, region);
  const choose = (image: string) => void setQuery({ image });

  return (
    <div className="flex flex-col gap-6">
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="min-w-0">
          <Panel
            title="Choose"
            description="Dashed cells are impossible with the choices above them; pick one to learn why."
          >
            <ContainerPicker region={region} value={container.id} onChange={choose} />
          </Panel>
          <ChosenBar container={container} region={region} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 xl:sticky xl:top-4">
          <ChosenContainer
            container={container}
            region={region}
            onRegion={(next) => void setQuery({ region: next })}
            onChoose={choose}
          />
          <ReadUri onOpen={(image, itsRegion) => void setQuery({ image, region: itsRegion })} />
        </div>
      </div>
      {snippets.length > 0 ? (
        <Panel title="Use it in code">
          <CodeBlock label="Code for this image" tabs={snippets} />
        </Panel>
      ) : null}
      <ContainerTables
        chosenId={container.id}
        table={query.table}
        search={query.q}
        onTable={(table) => void setQuery({ table })}
        onSearch={(q) => void setQuery({ q })}
        onChoose={(image) => {
          choose(image);
          window.scrollTo({ top: 0, behavior: "smooth" });
        }}
      />
    </div>
  );
}
