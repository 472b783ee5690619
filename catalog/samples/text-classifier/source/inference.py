"""Answers with the trained classifier in any Hugging Face inference container: plain Python, no ONNX runtime."""

import json
import os

from classifier import Classifier
from words import encode


def model_fn(model_dir):
    with open(os.path.join(model_dir, "classifier.json")) as file:
        state = json.load(file)
    model = Classifier(0, len(state["weights"]), len(state["labels"]), seed=0)
    model.vectors, model.weights, model.bias = state["vectors"], state["weights"], state["bias"]
    return model, state["vocabulary"], state["labels"]


def predict_fn(data, model):
    classifier, vocabulary, labels = model
    inputs = data["inputs"]
    return [_best(classifier, encode(text, vocabulary), labels) for text in ([inputs] if isinstance(inputs, str) else inputs)]


def _best(classifier, numbers, labels):
    _, likely = classifier.probabilities(numbers)
    score = max(likely)
    return {"label": labels[likely.index(score)], "score": score}
