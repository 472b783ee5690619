"use client";

import type { Task } from "@/catalog/tasks/schema";
import type { Input } from "@/lib/inference/inputs/registry";

import { ChatInput } from "./chat-input";
import { LabelsField } from "./labels-field";
import { AudioInput } from "./media/audio-input";
import { ImageInput } from "./media/image-input";
import { QuestionContextInput } from "./question-context-input";
import { TableInput } from "./table/table-input";
import { TextInput } from "./text-input";
import { TextLabelsInput } from "./text-labels-input";

type Props = {
  task: Task;
  /** What the container was given as HF_MODEL_ID. */
  modelId: string | null;
  input: Input;
  onInput: (input: Input) => void;
};

/** The fields for what the task's model is given. */
export function InputFields({ task, modelId, input, onInput }: Props) {
  switch (input.kind) {
    case "text":
      return (
        <TextInput
          task={task}
          modelId={modelId}
          value={input.value}
          onValue={(value) => onInput({ ...input, value })}
        />
      );
    case "text-labels":
      return <TextLabelsInput value={input.value} onValue={(value) => onInput({ ...input, value })} />;
    case "question-context":
      return <QuestionContextInput value={input.value} onValue={(value) => onInput({ ...input, value })} />;
    case "table":
      return <TableInput value={input.value} onValue={(value) => onInput({ ...input, value })} />;
    case "chat":
      return <ChatInput value={input.value} onValue={(value) => onInput({ ...input, value })} />;
    case "image":
      return <ImageInput media={input.value.media} onMedia={(media) => onInput({ ...input, value: { media } })} />;
    case "image-labels":
      return (
        <>
          <ImageInput
            media={input.value.media}
            onMedia={(media) => onInput({ ...input, value: { ...input.value, media } })}
          />
          <LabelsField
            labels={input.value.labels}
            onLabels={(labels) => onInput({ ...input, value: { ...input.value, labels } })}
          />
        </>
      );
    case "audio":
      return <AudioInput media={input.value.media} onMedia={(media) => onInput({ ...input, value: { media } })} />;
  }
}
