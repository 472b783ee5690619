import { exampleInstance } from "@/catalog/containers/example-instance";
import { hostAmiOf } from "@/catalog/containers/host-ami";
import { DEVICE_LABELS, STATUS_LABELS } from "@/catalog/containers/labels";
import { regionsOf, registriesOf } from "@/catalog/containers/registries";
import type { Container } from "@/catalog/containers/schema";
import { CopyButton } from "@/components/ui/copy-button";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";

import { SourceMarks } from "./source-marks";

/** Where the image lies, who says so and since when. */
export function ContainerFacts({ container, region }: { container: Container; region: string }) {
  const account = registriesOf(container)[region];
  const regions = regionsOf(container).length;
  return (
    <DescriptionList
      items={[
        { term: "Registry account", value: account ? <Account account={account} region={region} /> : null },
        { term: "Repository", value: <span className="font-mono text-sm">{container.repository}</span> },
        {
          term: "Held in",
          value: container.isRegistrySetAssumed
            ? `${regions} regions, assumed from its neighbour in the repository`
            : `${regions} regions`,
        },
        { term: "Runs on", value: <RunsOn container={container} /> },
        ...hostItems(container),
        { term: "Named by", value: <SourceMarks container={container} /> },
        { term: "Seen at AWS", value: seenText(container) },
      ]}
    />
  );
}

function Account({ account, region }: { account: string; region: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className="font-mono text-sm tabular-nums">{account}</span>
      <CopyButton value={account} label="Copy account" />
      <span className="text-sm text-muted">in {region}</span>
    </span>
  );
}

function RunsOn({ container }: { container: Container }) {
  return (
    <>
      {DEVICE_LABELS[container.device]} instances, such as{" "}
      <span className="font-mono text-sm">{exampleInstance(container)}</span>
    </>
  );
}

function hostItems(container: Container): DescriptionItem[] {
  const host = hostAmiOf(container);
  if (!host) return [];
  return [
    {
      term: "Host image",
      value: (
        <>
          <span className="font-mono text-sm">{host.inferenceAmiVersion}</span>
          <span className="block text-sm text-muted">Set it as InferenceAmiVersion: {host.reason}</span>
        </>
      ),
    },
  ];
}

function seenText(container: Container): string {
  const status = container.status ? `${STATUS_LABELS[container.status]}. ` : "";
  const { seenByAws } = container;
  if (!seenByAws) return status || "Its container repository does not name this tag.";
  return seenByAws.first === seenByAws.last
    ? `${status}On ${seenByAws.first}`
    : `${status}From ${seenByAws.first} to ${seenByAws.last}`;
}
