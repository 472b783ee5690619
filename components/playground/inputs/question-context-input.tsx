"use client";

import type { InputValues } from "@/lib/inference/inputs/input-form";

import { LinesField } from "./lines-field";

type Value = InputValues["question-context"];

/** A question and the text in which the model looks for its answer. */
export function QuestionContextInput({ value, onValue }: { value: Value; onValue: (value: Value) => void }) {
  return (
    <>
      <QuestionField value={value} onValue={onValue} />
      <LinesField
        label="Text with the answer"
        batchLabel="Text with the answers"
        placeholder="The model takes its answer from here, word by word"
        text={value.context}
        isBatch={false}
        onText={(context) => onValue({ ...value, context })}
      />
    </>
  );
}

type Asked = { question: string; isBatch: boolean };

/** One question, or one per line. */
export function QuestionField<V extends Asked>({ value, onValue }: { value: V; onValue: (value: V) => void }) {
  return (
    <LinesField
      label="Question"
      batchLabel="Questions, one per line"
      placeholder="What do you want to know?"
      rows={value.isBatch ? 3 : 1}
      text={value.question}
      isBatch={value.isBatch}
      onText={(question) => onValue({ ...value, question })}
      onBatch={(isBatch) => onValue({ ...value, isBatch })}
    />
  );
}
