/** How the names of models that were trained on conversations tell it: `-Instruct`, `-chat`, `-it`, and known families. */
const CHAT_NAME =
  /(?:^|[-_/.])(?:instruct|chat|it|assistant|sft|dpo|rlhf|zephyr|vicuna|alpaca|tulu|hermes|dolphin|starling|openchat|blenderbot)(?:$|[-_.\d])/i;

/** Whether a model's name says that it was made for conversations. */
export function isChatModel(name: string | null): boolean {
  return name !== null && CHAT_NAME.test(name);
}
