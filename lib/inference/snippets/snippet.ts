/** Where a snippet sends its request. `endpointUrl` is set for the emulator and private endpoints. */
export type SnippetTarget = { endpointName: string; region: string; endpointUrl: string | null };

/** What a snippet sends. */
export type SnippetRequest = {
  contentType: string;
  accept: string;
  /** A JSON text, sent as it stands, or a file by the name that the reader shall put in. */
  body: { json: string } | { file: string };
  variant?: string | null;
  component?: string | null;
  inferenceId?: string | null;
  customAttributes?: string | null;
  /** The answer is read piece by piece. */
  isStreamed?: boolean;
};

export type Snippet = { id: string; label: string; code: string };

/** The options of InvokeEndpoint beside endpoint and body, in its own words; those that are not set are left out. */
export function invokeOptions(request: SnippetRequest): [name: string, value: string][] {
  const all: [string, string | null | undefined][] = [
    ["ContentType", request.contentType],
    ["Accept", request.accept],
    ["TargetVariant", request.variant],
    ["InferenceComponentName", request.component],
    ["InferenceId", request.inferenceId],
    ["CustomAttributes", request.customAttributes],
  ];
  return all.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

/** Whether the answer can be read as JSON. */
export function answersJson({ accept }: SnippetRequest): boolean {
  return accept === "application/json" || accept === "*/*";
}

/** In single quotes nothing is special to a shell but the quote itself. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
