import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";

import { tasks } from "@/catalog/tasks/data";
import { taskById } from "@/catalog/tasks/select";
import { jsonRequest } from "@/lib/inference/request";
import { readResult } from "@/lib/inference/results/result";

import { ResultView } from "./result-view";

// Typing and clicking take their time where many tests share two cores.
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  // jsdom has neither: a picture gets an address, and loads when a test says so.
  URL.createObjectURL = () => "blob:sent";
  URL.revokeObjectURL = () => undefined;
  // jsdom cannot decode a mask; what is drawn from it is looked at in a browser.
  HTMLImageElement.prototype.decode = () => Promise.reject(new Error("not decoded"));
  HTMLCanvasElement.prototype.getContext = () => null;
});

const PICTURE = { body: new Blob(["bytes"], { type: "image/png" }), contentType: "image/png" };

function show(task: string, inputs: unknown, answer: unknown, parameters?: object) {
  const request = inputs === PICTURE ? PICTURE : jsonRequest(JSON.stringify({ inputs, parameters }));
  const view = render(<ResultView result={readResult(taskById(task), request, JSON.stringify(answer))} />);
  return { user: userEvent.setup(), ...view };
}

/** The picture as a browser would have loaded it. */
function loadPicture(width: number, height: number) {
  const image = screen.getByRole("img");
  Object.defineProperties(image, { naturalWidth: { value: width }, naturalHeight: { value: height } });
  fireEvent.load(image);
}

const texts = (elements: HTMLElement[]) => elements.map((element) => element.textContent);
const bodyRows = (table: string) =>
  within(screen.getByRole("table", { name: table }))
    .getAllByRole("row")
    .slice(1);

test.each(
  tasks.flatMap((task) => task.response.examples.map((example) => ({ task, example }))),
)("the documented answer of $task.id ($example.label) is drawn, not shown as JSON", ({ task, example }) => {
  const [asked] = task.examples;
  const request = asked?.body ? jsonRequest(JSON.stringify(asked.body)) : PICTURE;
  const { container } = render(<ResultView result={readResult(task, request, JSON.stringify(example.body))} />);
  expect(container).not.toBeEmptyDOMElement();
  expect(screen.queryByRole("figure", { name: "Response" })).not.toBeInTheDocument();
});

test("an answer of no known shape is shown as JSON, and says why", () => {
  show("text-classification", "x", { odd: true });
  expect(screen.getByText(/no picture of its own/)).toBeInTheDocument();
  expect(screen.getByRole("figure", { name: "Response" })).toHaveTextContent('{ "odd": true }');
});

test("labels that are each judged on their own are named together", () => {
  const answer = { sequence: "x", labels: ["refund", "faq", "legal"], scores: [0.96, 0.62, 0.01] };
  show("zero-shot-classification", "x", answer, { multi_label: true });
  expect(
    texts(within(screen.getByRole("list", { name: /more likely than not/ })).getAllByRole("listitem")),
  ).toStrictEqual(["refund", "faq"]);
  expect(screen.getByText(/do not add up/)).toBeInTheDocument();
});

test("raw numbers are not called certainty", () => {
  show("text-classification", "x", [{ label: "POS", score: 4.2 }], { function_to_apply: "none" });
  expect(screen.getByText("4.200")).toBeInTheDocument();
  expect(screen.queryByText(/sure/)).not.toBeInTheDocument();
});

test("of ten thousand labels a dozen are drawn, more on demand, and the rest is counted", async () => {
  const answer = Array.from({ length: 10_000 }, (_, at) => ({ label: `L${at}`, score: 1 / 2 ** (at + 1) }));
  const { user } = show("text-classification", "x", answer);
  expect(screen.getAllByRole("listitem")).toHaveLength(12);
  await user.click(screen.getByRole("button", { name: "Show 188 more" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(200);
  expect(screen.getByText("9,800 smaller scores are in the JSON.")).toBeInTheDocument();
});

test("a type of entity is hidden and shown again by its legend, with the keyboard", async () => {
  const { user } = show("token-classification", "🎉 Ada in Rome", [
    { entity_group: "PER", word: "ada", start: 2, end: 5, score: 0.99 },
    { entity_group: "LOC", word: "rome", start: 9, end: 13, score: 0.98 },
  ]);
  expect(texts(screen.getAllByRole("mark"))).toStrictEqual(["AdaPER", "RomeLOC"]);
  const places = screen.getByRole("button", { name: "LOC 1" });
  places.focus();
  await user.keyboard("{Enter}");
  expect(places).toHaveAttribute("aria-pressed", "false");
  expect(texts(screen.getAllByRole("mark"))).toStrictEqual(["AdaPER"]);
  expect(texts(bodyRows("Entities"))).toStrictEqual(["AdaPER99%"]);
});

test("an answer is marked in its context, and an alternative can be chosen", async () => {
  const context = "🎉 This model is used with sagemaker for inference.";
  const { user } = show("question-answering", { question: "What?", context }, [
    { score: 0.9, start: 26, end: 35, answer: "sagemaker" },
    { score: 0.1, start: 7, end: 12, answer: "model" },
  ]);
  expect(screen.getByRole("mark")).toHaveTextContent("sagemaker");
  await user.click(screen.getByRole("radio", { name: /model/ }));
  expect(screen.getByRole("mark")).toHaveTextContent("model");
});

test("a table's answer cells are marked in words, too, and the average is worked out", () => {
  show(
    "table-question-answering",
    { query: "Average stars?", table: { Name: ["A", "B"], Stars: ["10", "20"] } },
    {
      answer: "AVERAGE > 10, 20",
      coordinates: [
        [0, 1],
        [1, 1],
      ],
      cells: ["10", "20"],
      aggregator: "AVERAGE",
    },
  );
  expect(screen.getByText("15")).toBeInTheDocument();
  expect(screen.getByText("Average")).toBeInTheDocument();
  expect(texts(bodyRows("The table, answer cells marked"))).toStrictEqual([
    "A10, part of the answer",
    "B20, part of the answer",
  ]);
});

test("another word for a mask is put into the sentence", async () => {
  const fill = (word: string, score: number) => ({ token_str: word, score, sequence: "" });
  const { user } = show("fill-mask", "Paris is the <mask> of <mask>.", [
    [fill(" capital", 0.9), fill(" heart", 0.1)],
    [fill(" France", 0.8)],
  ]);
  expect(texts(screen.getAllByRole("mark"))).toStrictEqual(["capital", "France"]);
  await user.click(within(screen.getByRole("group", { name: "Word 1" })).getByRole("radio", { name: /heart/ }));
  expect(texts(screen.getAllByRole("mark"))).toStrictEqual(["heart", "France"]);
});

test("vectors tell their shape and length, and two texts how alike they are", () => {
  const { unmount } = show("feature-extraction", "x", [
    [
      [3, 4],
      [3, 4],
    ],
  ]);
  expect(screen.getByText(/1 × 2 × 2/)).toBeInTheDocument();
  expect(screen.getByText("length 5.000, 2 numbers")).toBeInTheDocument();
  expect(screen.getByRole("img", { name: /2 tokens in 2 dimensions/ })).toBeInTheDocument();
  unmount();

  show("feature-extraction", ["one", "two"], [[[[1, 0]]], [[[1, 1]]]]);
  expect(screen.getByText("0.707", { exact: false, selector: "p" })).toBeInTheDocument();
  expect(texts(bodyRows("How alike the texts are"))).toStrictEqual(["1 one1.000.71", "2 two0.711.00"]);
});

test("a summary stands beside its source, with the words of both", () => {
  show("summarization", "one two three four", [{ summary_text: "one two" }]);
  expect(screen.getByRole("figure", { name: "Original" })).toHaveTextContent("one two three four4 words");
  expect(screen.getByRole("figure", { name: "Summary" })).toHaveTextContent("one two2 words, 50% of the original");
});

test("alternatives of a generated text are behind numbers; the prompt is told from what was added", async () => {
  const { user } = show("text-generation", "Once", [{ generated_text: "Once upon" }, { generated_text: "Once more" }]);
  expect(screen.getByText("upon", { selector: "strong" })).toBeInTheDocument();
  await user.click(screen.getByRole("radio", { name: "2" }));
  expect(screen.getByText("more", { selector: "strong" })).toBeInTheDocument();
});

test("a question to a text model stands above its answer", () => {
  show("text2text-generation", "question: What is 42", [{ generated_text: "the answer" }]);
  expect(screen.getByText("question: What is 42")).toBeInTheDocument();
  expect(screen.getByText("the answer", { selector: "strong" })).toBeInTheDocument();
});

test("a picture stands beside its labels; one that is gone or cannot be shown says so", () => {
  const answer = [{ label: "cat", score: 0.9 }];
  const { unmount } = show("image-classification", PICTURE, answer);
  const image = screen.getByRole("img", { name: /the model says cat/ });
  expect(image).toHaveAttribute("src", "blob:sent");
  fireEvent.error(image);
  expect(screen.getByText("Your browser cannot show this kind of picture.")).toBeInTheDocument();
  unmount();
  show("object-detection", "/opt/ml/cat.png", []);
  expect(screen.getByText(/picture is not kept here/)).toBeInTheDocument();
});

const box = (label: string, score: number, xmin: number) => ({
  label,
  score,
  box: { xmin, ymin: 10, xmax: xmin + 20, ymax: 40 },
});

test("boxes are a table, too; unsure ones and labels can be left out", async () => {
  const { user } = show("object-detection", PICTURE, [box("cat", 0.9, 10), box("dog", 0.4, 50)]);
  loadPicture(100, 100);
  // In the legend, the table, and over the picture.
  expect(screen.getAllByText("cat")).toHaveLength(3);
  expect(texts(bodyRows("Things found"))).toStrictEqual(["cat90%10, 1020 × 30", "dog40%50, 1020 × 30"]);
  const slider = screen.getByRole("slider", { name: "Score at least" });
  expect(slider).toHaveAttribute("aria-valuetext", "0%");
  await user.click(screen.getByRole("button", { name: "dog 1" }));
  expect(texts(bodyRows("Things found"))).toStrictEqual(["cat90%10, 1020 × 30"]);
  expect(screen.getByText("1 of 2 boxes shown")).toBeInTheDocument();
});

test("of 500 boxes the surest hundred are drawn, and that is said", () => {
  show(
    "object-detection",
    PICTURE,
    Array.from({ length: 500 }, (_, at) => box("cat", 1 - at / 1_000, at)),
  );
  expect(bodyRows("Things found")).toHaveLength(100);
  expect(screen.getByText(/^100 of 500 boxes shown, those with the best scores/)).toBeInTheDocument();
});

test("nothing found is said in words", () => {
  show("object-detection", PICTURE, []);
  expect(screen.getByText("The model found nothing that it is sure enough of.")).toBeInTheDocument();
});

test("parts of a picture are listed with their scores, and one whose mask is no picture says so", async () => {
  show("image-segmentation", PICTURE, [{ label: "cat", score: 0.99, mask: "aGk=" }]);
  expect(await screen.findByText("(its mask is no picture)")).toBeInTheDocument();
  expect(texts(bodyRows("Parts found"))).toStrictEqual(["cat (its mask is no picture)99%–"]);
  expect(screen.getByRole("slider", { name: "Strength of the colours" })).toBeInTheDocument();
});

test("a transcript's part plays from where it is said, and is marked", async () => {
  const played: number[] = [];
  HTMLMediaElement.prototype.play = function play() {
    played.push(this.currentTime);
    return Promise.resolve();
  };
  const { user } = show("automatic-speech-recognition", PICTURE, {
    text: "going along slushy roads",
    chunks: [
      { text: " going along", timestamp: [0, 1.2] },
      { text: " slushy roads", timestamp: [1.2, 2] },
    ],
  });
  const part = screen.getByRole("button", { name: "0:01 slushy roads" });
  await user.click(part);
  expect(played).toStrictEqual([1.2]);
  expect(part).toHaveAttribute("aria-current", "true");
  expect(screen.getByRole("button", { name: "0:00 going along" })).not.toHaveAttribute("aria-current");
  expect(screen.getByRole("button", { name: "SRT" })).toBeInTheDocument();
});

test("a recording has a player above its labels", () => {
  show("audio-classification", PICTURE, [{ label: "yes", score: 0.9 }]);
  const player = screen.getByRole("figure", { name: "The recording that was sent" });
  expect(within(player).getByRole("button", { name: "Play" })).toBeInTheDocument();
  expect(within(player).getByRole("slider", { name: "Position" })).toHaveAttribute("aria-valuetext", "0:00 of 0:00");
});
