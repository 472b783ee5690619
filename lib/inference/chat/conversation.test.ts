import { expect, test } from "vitest";

import {
  type Conversation,
  EMPTY,
  type Message,
  withAnswer,
  withChange,
  withChosen,
  withQuestion,
} from "./conversation";
import { alternatives, thread, turnsUpTo } from "./thread";

const say = (conversation: Conversation, id: string, parentId: string | null) =>
  withQuestion(conversation, { id, parentId, content: id, answerId: `${id}!` });
const answered = (conversation: Conversation, id: string, content = `re ${id}`) =>
  withChange(conversation, id, { content, status: "done" });
const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);

function find(conversation: Conversation, id: string): Message {
  const message = conversation.messages.find((candidate) => candidate.id === id);
  if (!message) throw new Error(`no message ${id}`);
  return message;
}

/** one → one! → two → two! */
const two = answered(say(answered(say(EMPTY, "one", null), "one!"), "two", "one!"), "two!");

test("questions and answers follow each other", () => {
  expect(ids(thread(two))).toStrictEqual(["one", "one!", "two", "two!"]);
  expect(turnsUpTo(two, "two")).toStrictEqual([
    { role: "user", content: "one" },
    { role: "assistant", content: "re one!" },
    { role: "user", content: "two" },
  ]);
});

test("another answer stands beside the first, and one can flip back with all that followed", () => {
  const again = withAnswer(two, { id: "one?", parentId: "one" });
  expect(ids(thread(again))).toStrictEqual(["one", "one?"]);
  expect(ids(alternatives(again, find(again, "one?")))).toStrictEqual(["one!", "one?"]);
  expect(ids(thread(withChosen(again, find(again, "one!"))))).toStrictEqual(["one", "one!", "two", "two!"]);
});

test("an edited question branches off where the first wording stood; nothing is lost", () => {
  const edited = say(two, "uno", null);
  expect(ids(thread(edited))).toStrictEqual(["uno", "uno!"]);
  expect(ids(alternatives(edited, find(edited, "uno")))).toStrictEqual(["one", "uno"]);
  expect(edited.messages).toHaveLength(6);
  expect(ids(thread(withChosen(edited, find(edited, "one"))))).toStrictEqual(["one", "one!", "two", "two!"]);
});

test("a change touches its own answer alone: the others need not be drawn again", () => {
  const changed = withChange(two, "two!", { content: "new" });
  expect(find(changed, "one!")).toBe(find(two, "one!"));
  expect(find(changed, "two!")).toMatchObject({ content: "new", status: "done" });
});

test("a question that was never answered is not sent again: templates refuse two in a row", () => {
  const failed = withChange(say(EMPTY, "lost", null), "lost!", { status: "failed" });
  const next = say(failed, "next", "lost!");
  expect(turnsUpTo(next, "next")).toStrictEqual([{ role: "user", content: "next" }]);
});

test("a question is sent although its answer is still empty", () => {
  expect(turnsUpTo(say(EMPTY, "one", null), "one")).toStrictEqual([{ role: "user", content: "one" }]);
});
