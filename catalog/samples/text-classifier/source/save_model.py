"""Writes the trained model as a Hugging Face folder: config, tokenizer, and weights as ONNX."""

import json
import os
import shutil

import onnx_file as onnx
from words import SPECIAL


def save_model(folder, classifier, vocabulary, labels, with_code=False):
    """`with_code` adds code/inference.py, which answers in containers that have no ONNX runtime."""
    os.makedirs(os.path.join(folder, "onnx"), exist_ok=True)
    _json(folder, "config.json", _config(classifier, vocabulary, labels))
    _json(folder, "tokenizer.json", _tokenizer(vocabulary))
    _json(folder, "tokenizer_config.json", {"tokenizer_class": "BertTokenizer", "do_lower_case": True, **_names()})
    with open(os.path.join(folder, "onnx", "model.onnx"), "wb") as file:
        file.write(_graph(classifier, len(vocabulary), len(labels)))
    if with_code:
        code = os.path.join(folder, "code")
        os.makedirs(code, exist_ok=True)
        here = os.path.dirname(os.path.abspath(__file__))
        for name in ("inference.py", "words.py", "classifier.py"):
            shutil.copy(os.path.join(here, name), code)
        state = {"vectors": classifier.vectors, "weights": classifier.weights, "bias": classifier.bias}
        _json(folder, "classifier.json", {**state, "vocabulary": vocabulary, "labels": labels})


def _json(folder, name, value):
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file)


def _names():
    return {"%s_token" % mark.strip("[]").lower(): mark for mark in SPECIAL}


def _config(classifier, vocabulary, labels):
    return {
        "architectures": ["BertForSequenceClassification"],
        "model_type": "bert",
        "vocab_size": len(vocabulary),
        "hidden_size": classifier.size,
        "id2label": {str(number): label for number, label in enumerate(labels)},
        "label2id": {label: number for number, label in enumerate(labels)},
        "problem_type": "single_label_classification",
    }


def _tokenizer(vocabulary):
    special = [
        {"id": number, "content": mark, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        for number, mark in enumerate(SPECIAL)
    ]
    first, text, last = (
        {"SpecialToken": {"id": "[CLS]", "type_id": 0}},
        {"Sequence": {"id": "A", "type_id": 0}},
        {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
    )
    second = [{"Sequence": {"id": "B", "type_id": 1}}, {"SpecialToken": {"id": "[SEP]", "type_id": 1}}]
    marks = {mark: {"id": mark, "ids": [vocabulary[mark]], "tokens": [mark]} for mark in ("[CLS]", "[SEP]")}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": special,
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [first, text, last],
            "pair": [first, text, last, *second],
            "special_tokens": marks,
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": vocabulary,
        },
    }


def _graph(classifier, words, labels):
    size = classifier.size
    flat = lambda rows: [value for row in rows for value in row]
    return onnx.model(
        "text_classifier",
        [
            onnx.node("Gather", ["vectors", "input_ids"], "each"),
            onnx.node("Cast", ["attention_mask"], "mask", to=onnx.FLOAT),
            onnx.node("Unsqueeze", ["mask", "last"], "mask3"),
            onnx.node("Mul", ["each", "mask3"], "seen"),
            onnx.node("ReduceSum", ["seen", "second"], "sum", keepdims=0),
            onnx.node("ReduceSum", ["mask", "second"], "count", keepdims=1),
            onnx.node("Div", ["sum", "count"], "mean"),
            onnx.node("MatMul", ["mean", "weights"], "product"),
            onnx.node("Add", ["product", "bias"], "logits"),
        ],
        [
            onnx.tensor("vectors", [words, size], flat(classifier.vectors)),
            onnx.tensor("weights", [size, labels], flat(classifier.weights)),
            onnx.tensor("bias", [labels], classifier.bias),
            onnx.tensor("last", [1], [2], onnx.INT64),
            onnx.tensor("second", [1], [1], onnx.INT64),
        ],
        [onnx.value_info(name, onnx.INT64, ["batch", "words"]) for name in ("input_ids", "attention_mask")],
        [onnx.value_info("logits", onnx.FLOAT, ["batch", labels])],
    )
