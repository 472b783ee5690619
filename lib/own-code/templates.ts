export const TEMPLATE_NAMES = ["hooks", "transform", "embeddings"] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
export type CodeTemplate = { label: string; inferencePy: string; requirementsTxt: string };

const HOOKS = `"""Runs in the inference container. Leave out a function, and the toolkit's own is used in its place."""

import json


def model_fn(model_dir):
    """Loads the model once, when the container starts. model_dir holds the archive's files."""
    return {"greeting": "Hello"}


def input_fn(data, content_type):
    """Reads a request: JSON and CSV come as str, anything else as bytes."""
    if content_type != "application/json":
        raise ValueError(f"Send application/json, not {content_type}.")
    return json.loads(data)


def predict_fn(data, model):
    """Answers what input_fn read, with what model_fn loaded."""
    return {"answer": f"{model['greeting']}, {data['inputs']}"}


def output_fn(prediction, accept):
    """Writes the answer; accept is the content type that the caller asked for."""
    return json.dumps(prediction)
`;

const TRANSFORM = `"""Runs in the inference container. transform_fn stands alone: no input_fn, predict_fn or output_fn beside it."""

import json


def model_fn(model_dir):
    """Loads the model once, when the container starts. model_dir holds the archive's files."""
    return {"greeting": "Hello"}


def transform_fn(model, data, content_type, accept):
    """From a request's body to the answer's, in one step."""
    request = json.loads(data)
    return json.dumps({"answer": f"{model['greeting']}, {request['inputs']}"})
`;

/** Needs no package: the pipeline is the toolkit's own, so that it runs on AWS and where no PyTorch is. */
const EMBEDDINGS = `"""Turns a sentence into one vector: the mean of its tokens' vectors, of length 1.

There is no model_fn, so the toolkit loads the model as a pipeline. Set the task to feature-extraction.
"""

import math


def predict_fn(data, model):
    inputs = data["inputs"]
    if isinstance(inputs, str):
        return {"vectors": embed(inputs, model)}
    return {"vectors": [embed(text, model) for text in inputs]}


def embed(text, model):
    tokens = model(text)[0]
    mean = [sum(values) / len(tokens) for values in zip(*tokens)]
    length = math.sqrt(sum(value * value for value in mean)) or 1.0
    return [value / length for value in mean]
`;

/** What the editor begins with. */
export const TEMPLATES: Record<TemplateName, CodeTemplate> = {
  hooks: { label: "Four functions", inferencePy: HOOKS, requirementsTxt: "" },
  transform: { label: "transform_fn", inferencePy: TRANSFORM, requirementsTxt: "" },
  embeddings: { label: "Sentence embeddings", inferencePy: EMBEDDINGS, requirementsTxt: "" },
};

/** The template that a link names; null: none. */
export function templateOf(name: string | undefined): TemplateName | null {
  return TEMPLATE_NAMES.find((template) => template === name) ?? null;
}

/** The template with exactly this script; null: somebody has written in it. */
export function templateWith(inferencePy: string): TemplateName | null {
  return TEMPLATE_NAMES.find((name) => TEMPLATES[name].inferencePy === inferencePy) ?? null;
}
