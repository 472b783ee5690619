/** The toolkit's table, in its order: it has no `break`, so the last entry that fits wins. */
const TASK_BY_ENDING: [string, string][] = [
  ["TapasForQuestionAnswering", "table-question-answering"],
  ["ForQuestionAnswering", "question-answering"],
  ["ForTokenClassification", "token-classification"],
  ["ForSequenceClassification", "text-classification"],
  ["ForMultipleChoice", "multiple-choice"],
  ["ForMaskedLM", "fill-mask"],
  ["ForCausalLM", "text-generation"],
  ["ForConditionalGeneration", "text2text-generation"],
  ["MTModel", "text2text-generation"],
  ["EncoderDecoderModel", "text2text-generation"],
  ["GPT2LMHeadModel", "text-generation"],
  ["T5WithLMHeadModel", "text2text-generation"],
];

/** The task of a model without HF_TASK, from its config's first architecture. */
export function inferTask(config: Record<string, unknown>): string {
  const [architecture] = (config.architectures as string[] | undefined) ?? [];
  const found = TASK_BY_ENDING.filter(([ending]) => architecture?.endsWith(ending)).at(-1);
  if (found) return found[1];
  throw new Error(
    `Task couldn't be inferenced from ${architecture ?? "None"}. Inference Toolkit can only inference tasks from architectures ending with ` +
      `[${TASK_BY_ENDING.map(([ending]) => `'${ending}'`).join(", ")}]. Use env \`HF_TASK\` to define your task.`,
  );
}
