import { CodeBlock } from "@/components/ui/code-block";
import type { CallOptions } from "@/lib/inference/call-options";
import type { InferenceRequest } from "@/lib/inference/request";
import { fileSnippet, invocationSnippets, jsonSnippet, type SnippetTarget } from "@/lib/inference/snippets";
import { asksForStream } from "@/lib/inference/stream/asks-for-stream";

type Props = { target: SnippetTarget; request: InferenceRequest | null; options: CallOptions };

/** A request as code in the ways that people call an endpoint; one for a stream reads its answer as it comes. */
export function RequestCode({ target, request, options }: Props) {
  if (!request) return <p className="text-muted">Fill in the form: your request appears here as code.</p>;
  const { body, contentType, accept } = request;
  const sent = typeof body === "string" ? { ...jsonSnippet(body), contentType, accept } : fileSnippet(contentType);
  const all = {
    ...sent,
    isStreamed: asksForStream(request),
    variant: options.targetVariant,
    component: options.inferenceComponent,
    inferenceId: options.inferenceId,
    customAttributes: options.customAttributes,
  };
  return <CodeBlock label="The request as code" tabs={invocationSnippets(target, all)} />;
}
