/** What a widget of the Hub starts with: a text, or an object whose members depend on the task. */
type Widget = unknown;

type HubExample = { task: string; label: string; body: unknown };

/** Our name of a task where it is not the Hub's. */
const OURS: Record<string, string> = {
  translation: "translation_xx_to_yy",
  "sentence-similarity": "feature-extraction",
};

const BODIES: Record<string, (widget: Record<string, unknown>) => unknown> = {
  "zero-shot-classification": ({ text, candidate_labels: labels, multi_class: multi }) => ({
    inputs: text,
    parameters: {
      candidate_labels: String(labels)
        .split(",")
        .map((label) => label.trim()),
      ...(multi === true ? { multi_label: true } : {}),
    },
  }),
  "question-answering": ({ text, context }) => ({ inputs: { question: text, context } }),
  "table-question-answering": ({ text, table }) => ({ inputs: { query: text, table: asTexts(table) } }),
  conversational: ({ text }) => ({ inputs: { past_user_inputs: [], generated_responses: [], text } }),
  // Two texts to compare: the shape in which the toolkit takes them.
  "sentence-similarity": ({ source_sentence: source, sentences }) => ({
    inputs: [source, Array.isArray(sentences) ? sentences[0] : ""],
  }),
};

/** The Hub's examples as bodies that the inference toolkit takes, each named after its first words. */
export function hubExamples(widgets: ReadonlyMap<string, readonly Widget[]>): HubExample[] {
  return [...widgets].flatMap(([task, rows]) =>
    rows.map((row) => {
      const widget = typeof row === "string" ? { text: row } : (row as Record<string, unknown>);
      const body = BODIES[task]?.(widget) ?? { inputs: widget.text };
      return { task: OURS[task] ?? task, label: firstWords(String(widget.text ?? widget.source_sentence)), body };
    }),
  );
}

/** TAPAS takes cells as text only. */
function asTexts(table: unknown): unknown {
  return Object.fromEntries(
    Object.entries(table as Record<string, unknown[]>).map(([name, cells]) => [name, cells.map(String)]),
  );
}

function firstWords(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47).replace(/\s+\S*$/, "")}…` : text;
}
