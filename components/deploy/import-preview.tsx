import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import type { Import } from "@/lib/deploy/import/view";

type ImportPreviewProps = { found: Import; isLookingUp: boolean; isModelGone: boolean };

/** What a pasted text was understood as, before it replaces what is in the form. */
export function ImportPreview({ found, isLookingUp, isModelGone }: ImportPreviewProps) {
  if (!found.ok) return <p className="text-sm text-danger">{found.reason}</p>;
  const { values, notes, model } = found;
  const source = { bundled: values.bundledModel, hub: values.hubModelId, s3: values.modelDataUrl, none: "" }[
    values.source
  ];
  const fleet = values.mode === "serverless" ? "serverless" : `${values.instanceCount} × ${values.instanceType || "?"}`;
  const said = isLookingUp ? [`Looking up the model ${model ?? ""}…`] : notes;
  return (
    <div className="flex flex-col gap-3">
      <DescriptionList
        items={[
          { term: "Name", value: values.endpointName || "to be chosen" },
          { term: "Model", value: source || "to be chosen" },
          { term: "Task", value: values.task || "found out by the container" },
          { term: "Container", value: <span className="break-all">{values.image.split("/").at(-1)}</span> },
          { term: "Runs on", value: fleet },
        ]}
      />
      {said.length > 0 ? (
        <Callout tone="info" title={said.length === 1 ? "One thing to look at" : `${said.length} things to look at`}>
          <ul className="list-disc pl-4">
            {said.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {isModelGone ? <li>The model {model} is not in this account and region.</li> : null}
          </ul>
        </Callout>
      ) : null}
    </div>
  );
}
