import type { Recipe } from "@/catalog/recipes/schema";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";

/** What to send to the model, and what the notebook got back. */
export function RecipeSamples({ samples }: { samples: Recipe["samples"] }) {
  if (samples.length === 0) return null;
  return (
    <Panel title="Try it with" description="What the notebook sends, and the answer it recorded.">
      <ul className="flex flex-col gap-5">
        {samples.map((sample) => (
          <li key={JSON.stringify(sample.body)} className="grid items-start gap-3 lg:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-1.5">
              <CodeBlock code={toJson(sample.body)} language="Request body" label="Request body" />
              {sample.note ? <p className="text-sm text-muted">{sample.note}</p> : null}
            </div>
            <div className="flex min-w-0 flex-col gap-1.5">
              {sample.response ? (
                <CodeBlock code={toJson(sample.response)} language="Recorded answer" label="Recorded answer" />
              ) : null}
              <ResponseNote sample={sample} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ResponseNote({ sample: { response, responseNote } }: { sample: Recipe["samples"][number] }) {
  const text = responseNote ?? (response ? null : "The notebook records no answer to this one.");
  return text ? <p className="text-sm text-muted">{text}</p> : null;
}

const toJson = (value: unknown) => JSON.stringify(value, null, 2);
