import { STATUS_LABELS } from "@/catalog/containers/labels";
import { regionsOf, registriesOf } from "@/catalog/containers/registries";
import type { Container } from "@/catalog/containers/schema";
import { exampleInstance } from "@/catalog/containers/snippets";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";

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
        { term: "Runs on", value: <span className="font-mono text-sm">{exampleInstance(container)} and alike</span> },
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

function seenText(container: Container): string {
  const status = container.status ? `${STATUS_LABELS[container.status]}. ` : "";
  const { seenByAws } = container;
  if (!seenByAws) return status || "Its container repository does not name this tag.";
  return seenByAws.first === seenByAws.last
    ? `${status}On ${seenByAws.first}`
    : `${status}From ${seenByAws.first} to ${seenByAws.last}`;
}
