import { javascriptBody } from "./json-literal";
import { answersJson, invokeOptions, type SnippetRequest, type SnippetTarget } from "./snippet";

/** With the AWS SDK for JavaScript, version 3. */
export function javascript(target: SnippetTarget, request: SnippetRequest): string {
  const command = request.isStreamed ? "InvokeEndpointWithResponseStreamCommand" : "InvokeEndpointCommand";
  return `${"file" in request.body ? 'import { readFile } from "node:fs/promises";\n' : ""}import { ${command}, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";

const client = new SageMakerRuntimeClient(${options(target)});
const { Body } = await client.send(
  new ${command}({
    EndpointName: ${js(target.endpointName)},
${invokeOptions(request)
  .map(([name, value]) => `    ${name}: ${js(value)},\n`)
  .join(
    "",
  )}    Body: ${"json" in request.body ? javascriptBody(request.body.json, "    ") : `await readFile(${js(request.body.file)})`},
  }),
);
${answer(request)}`;
}

function options({ region, endpointUrl }: SnippetTarget): string {
  return endpointUrl ? `{ region: ${js(region)}, endpoint: ${js(endpointUrl)} }` : `{ region: ${js(region)} }`;
}

function answer(request: SnippetRequest): string {
  if (request.isStreamed) {
    return `const decoder = new TextDecoder();
for await (const event of Body) {
  process.stdout.write(decoder.decode(event.PayloadPart?.Bytes, { stream: true }));
}
`;
  }
  if (answersJson(request)) return "console.log(JSON.parse(new TextDecoder().decode(Body)));\n";
  return "process.stdout.write(Body);\n";
}

function js(text: string): string {
  return JSON.stringify(text);
}
