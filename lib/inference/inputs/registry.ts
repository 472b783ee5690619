import type { InputKind } from "@/catalog/tasks/schema";

import { audioForm } from "./audio";
import { chatForm } from "./chat";
import { imageForm } from "./image";
import { imageLabelsForm } from "./image-labels";
import type { InputForm, InputValues } from "./input-form";
import { questionContextForm } from "./question-context";
import { tableForm } from "./table";
import { textForm } from "./text";
import { textLabelsForm } from "./text-labels";

const FORMS: { [K in InputKind]: InputForm<InputValues[K]> } = {
  text: textForm,
  "text-labels": textLabelsForm,
  "question-context": questionContextForm,
  table: tableForm,
  chat: chatForm,
  image: imageForm,
  "image-labels": imageLabelsForm,
  audio: audioForm,
};

/** An input together with its kind. */
export type Input = { [K in InputKind]: { kind: K; value: InputValues[K] } }[InputKind];

/** The form of a kind, for any of its values: the caller keeps kind and value together, as `Input` does. */
export function inputForm(kind: InputKind): InputForm<unknown> {
  return FORMS[kind] as InputForm<unknown>;
}

/** An empty form. */
export function emptyInput(kind: InputKind): Input {
  return { kind, value: inputForm(kind).empty } as Input;
}
