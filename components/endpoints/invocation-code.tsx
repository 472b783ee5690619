import { taskById } from "@/catalog/tasks/select";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { exampleJson } from "@/lib/inference/draft";
import { invocationSnippets, jsonSnippet, type SnippetTarget } from "@/lib/inference/snippets";

type Props = {
  target: SnippetTarget;
  task: string | null;
  /** Which component is asked, where the endpoint hosts some. */
  component?: string | undefined;
};

/** How a program calls the endpoint, with the task's example. */
export function InvocationCode({ target, task, component }: Props) {
  const body = JSON.stringify(JSON.parse(exampleJson(task ? taskById(task) : null)));
  return (
    <Panel
      title="Call it from code"
      description="With the example of its task. The playground gives your own request as code."
    >
      <CodeBlock
        label="Code that calls the endpoint"
        tabs={invocationSnippets(target, { ...jsonSnippet(body), ...(component && { component }) })}
      />
    </Panel>
  );
}
