"use client";

import { Rocket } from "lucide-react";

import { describeContainer } from "@/catalog/containers/labels";
import { registriesOf } from "@/catalog/containers/registries";
import type { Container } from "@/catalog/containers/schema";
import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";
import { workspacePath } from "@/lib/routes";

import { ContainerFacts } from "./container-facts";
import { ContradictionNotes } from "./contradiction-notes";
import { ImageUri } from "./image-uri";
import { NotHeld } from "./not-held";
import { RegionField } from "./region-field";
import { TagAnatomy } from "./tag-anatomy";

type ChosenContainerProps = {
  container: Container;
  region: string;
  onRegion: (region: string) => void;
  onChoose: (id: string) => void;
};

/** The result of the picker: the URI to copy, what each part means, where it lies. */
export function ChosenContainer({ container, region, onRegion, onChoose }: ChosenContainerProps) {
  const isHeld = region in registriesOf(container);
  return (
    <Panel title="Your image" description={describeContainer(container)}>
      <div className="flex flex-col gap-4">
        <RegionField container={container} region={region} onChange={onRegion} />
        {isHeld ? (
          <ImageUri container={container} region={region} />
        ) : (
          <NotHeld container={container} region={region} onChoose={onChoose} />
        )}
        <ContradictionNotes container={container} onChoose={onChoose} />
        <TagAnatomy container={container} />
        <hr className="border-border" />
        <ContainerFacts container={container} region={region} />
        {container.use === "inference" && isHeld ? <DeployLink container={container} /> : null}
      </div>
    </Panel>
  );
}

function DeployLink({ container }: { container: Container }) {
  const { id } = useWorkspace();
  const refusal = useRefusal("endpoint:deploy");
  if (refusal) {
    return (
      <div>
        <Button variant="primary" disabled>
          <Rocket aria-hidden="true" />
          Deploy with this container
        </Button>
        <p className="mt-1 text-sm text-muted">{refusal}</p>
      </div>
    );
  }
  return (
    <ButtonLink
      variant="primary"
      className="self-start"
      href={workspacePath(id, `/deploy?image=${encodeURIComponent(container.id)}`)}
    >
      <Rocket aria-hidden="true" />
      Deploy with this container
    </ButtonLink>
  );
}
