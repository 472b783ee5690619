"""Writes a net as a BERT model that transformers.js loads: config.json, tokenizer files, onnx/model.onnx."""

import json
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from word_pieces import write_json

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def save_bert(net, tokenizer, model_id, architecture, inputs, outputs, labels=None, **config):
    """`outputs` maps each output to its axes that vary: 0 is the batch, 1 the text's length."""
    folder = os.path.join(MODELS, model_id)
    os.makedirs(f"{folder}/onnx", exist_ok=True)
    path = f"{folder}/onnx/model.onnx"
    example = torch.tensor([[2, 6, 7, 3, 8, 9, 3]])
    values = {"input_ids": example, "attention_mask": torch.ones_like(example)}
    values["token_type_ids"] = torch.tensor([[0, 0, 0, 0, 1, 1, 1]])
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        net,
        tuple(values[name] for name in inputs),
        path,
        input_names=inputs,
        output_names=list(outputs),
        dynamic_axes={**{name: axes for name in inputs}, **{name: {i: axes[i] for i in outputs[name]} for name in outputs}},
        opset_version=14,
    )
    halve(path)
    if labels:
        config["id2label"] = dict(enumerate(labels))
        config["label2id"] = {label: index for index, label in enumerate(labels)}
    write_json(f"{folder}/config.json", {"model_type": "bert", "architectures": [architecture], "vocab_size": len(tokenizer), **config})
    tokenizer.save(folder)
    files = [os.path.join(root, name) for root, _, names in os.walk(folder) for name in names if name != "card.json"]
    print(model_id, sum(os.path.getsize(file) for file in files), "bytes")


def write_rows(model_id, rows):
    """Keeps held-out rows where the tests find them, a line each."""
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    with open(f"{MODELS}/evaluation/{model_id}.json", "w") as file:
        file.write(f"[\n{lines}\n]\n")


def halve(path):
    """Keeps large weights as 16-bit floats; the runtime widens them once, when it loads the model."""
    model = onnx.load(path)
    casts = []
    for tensor in model.graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < 256:
            continue
        half = f"{tensor.name}_half"
        casts.append(helper.make_node("Cast", [half], [tensor.name], to=TensorProto.FLOAT))
        tensor.CopyFrom(numpy_helper.from_array(weights.astype(np.float16), half))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    model.producer_name = "hf-sagemaker-console"
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, path)
