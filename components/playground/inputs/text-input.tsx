"use client";

import type { Task } from "@/catalog/tasks/schema";
import { Switch } from "@/components/ui/switch";
import type { InputValues } from "@/lib/inference/inputs/input-form";
import { secondTextOf } from "@/lib/inference/inputs/text";
import { takesSeveral } from "@/lib/inference/wire/wire";

import { LinesField } from "./lines-field";
import { MaskedText } from "./masked-text";

type Value = InputValues["text"];
type Props = { task: Task; modelId: string | null; value: Value; onValue: (value: Value) => void };

const WORDS: Record<string, { label: string; batchLabel: string; placeholder: string }> = {
  "text-generation": {
    label: "Prompt",
    batchLabel: "Prompts, one per line",
    placeholder: "The beginning of a text that the model goes on with",
  },
  "text2text-generation": {
    label: "Prompt",
    batchLabel: "Prompts, one per line",
    placeholder: "What the model should do, and with which text",
  },
  "token-classification": {
    label: "Text",
    batchLabel: "Texts, one per line",
    placeholder: "A sentence with names of people, places or companies",
  },
  summarization: { label: "Text", batchLabel: "Texts, one per line", placeholder: "A text of a few paragraphs" },
  translation_xx_to_yy: {
    label: "Text",
    batchLabel: "Texts, one per line",
    placeholder: "A sentence in the language that the model reads",
  },
};
const USUAL = { label: "Text", batchLabel: "Texts, one per line", placeholder: "A sentence or two to judge" };

const SECOND = {
  pair: { label: "Second text", question: "Judge it together with a second text", placeholder: "A statement about it" },
  comparison: {
    label: "Text to compare with",
    question: "Compare it with a second text",
    placeholder: "Another sentence",
  },
};

/** The text that the model reads; several at once, or a second one where the task knows what to do with it. */
export function TextInput({ task, modelId, value, onValue }: Props) {
  const words = WORDS[task.id] ?? USUAL;
  const kind = secondTextOf(task);
  const second = kind && !value.isBatch ? SECOND[kind] : null;
  const lines = {
    ...words,
    text: value.text,
    isBatch: value.isBatch,
    onText: (text: string) => onValue({ ...value, text }),
    ...(takesSeveral(task) ? { onBatch: (isBatch: boolean) => onValue({ ...value, isBatch }) } : {}),
  };
  if (task.id === "fill-mask") return <MaskedText modelId={modelId} {...lines} />;
  return (
    <>
      <LinesField {...lines} />
      {second ? (
        <Switch
          label={<span className="text-sm">{second.question}</span>}
          checked={value.second !== null}
          onCheckedChange={(isOn) => onValue({ ...value, second: isOn ? "" : null })}
        />
      ) : null}
      {second && value.second !== null ? (
        <LinesField
          label={second.label}
          batchLabel={second.label}
          placeholder={second.placeholder}
          text={value.second}
          isBatch={false}
          rows={3}
          onText={(text) => onValue({ ...value, second: text })}
        />
      ) : null}
    </>
  );
}
