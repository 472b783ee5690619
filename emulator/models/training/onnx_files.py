"""Writes the networks as the ONNX files that transformers.js looks for, with weights in half precision."""

import os

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnx import TensorProto, helper, numpy_helper


class _TextStep(nn.Module):
    """One step of a language model. What the library keeps as key-value cache is the tokens so far."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, input_ids, key, value):
        new = input_ids[:, None, :, None].float()
        tokens = torch.cat([key, new], 2)
        return self.net(tokens[:, 0, :, 0].long())[:, key.shape[2] :], tokens, torch.cat([value, new], 2)


class _Encoder(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, input_ids, attention_mask):
        return self.net.encode(input_ids, attention_mask)


class _DecoderStep(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, input_ids, mask, memory, key, value):
        new = input_ids[:, None, :, None].float()
        tokens = torch.cat([key, new], 2)
        logits = self.net.decode(tokens[:, 0, :, 0].long(), memory, mask)
        return logits[:, key.shape[2] :], tokens, torch.cat([value, new], 2)


def export(net, example, path, inputs, outputs, axes):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    net.eval()
    torch.onnx.export(
        net, example, path, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=14
    )
    halve(path)


def halve(path):
    """Keeps large weights as 16-bit floats; the runtime widens them once, when it loads the model."""
    model = onnx.load(path)
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 256:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    model.producer_name = "hf-sagemaker-console"
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, path)


def export_lm(net, folder):
    history = {0: "batch", 2: "past"}
    export(
        _TextStep(net),
        (torch.randint(5, 50, (1, 3)), torch.ones(1, 1, 4, 1) * 6, torch.ones(1, 1, 4, 1)),
        f"{folder}/onnx/model.onnx",
        ["input_ids", "past_key_values.0.key", "past_key_values.0.value"],
        ["logits", "present.0.key", "present.0.value"],
        {
            "input_ids": {0: "batch", 1: "new"},
            "logits": {0: "batch", 1: "new"},
            "past_key_values.0.key": history,
            "past_key_values.0.value": history,
            "present.0.key": {0: "batch", 2: "all"},
            "present.0.value": {0: "batch", 2: "all"},
        },
    )


def export_seq2seq(net, folder, source):
    """`source` is one encoded text, to trace the networks with."""
    ids = torch.tensor([source])
    mask = torch.ones_like(ids)
    texts = {name: {0: "batch", 1: "read"} for name in ("input_ids", "attention_mask", "last_hidden_state")}
    export(
        _Encoder(net),
        (ids, mask),
        f"{folder}/onnx/encoder_model.onnx",
        ["input_ids", "attention_mask"],
        ["last_hidden_state"],
        texts,
    )
    history, present = {0: "batch", 2: "past"}, {0: "batch", 2: "all"}
    export(
        _DecoderStep(net),
        (ids[:, :2], mask, net.encode(ids, mask).detach(), torch.ones(1, 1, 3, 1) * 6, torch.ones(1, 1, 3, 1)),
        f"{folder}/onnx/decoder_model_merged.onnx",
        [
            "input_ids",
            "encoder_attention_mask",
            "encoder_hidden_states",
            "past_key_values.0.decoder.key",
            "past_key_values.0.decoder.value",
        ],
        ["logits", "present.0.decoder.key", "present.0.decoder.value"],
        {
            "input_ids": {0: "batch", 1: "new"},
            "logits": {0: "batch", 1: "new"},
            "encoder_attention_mask": {0: "batch", 1: "read"},
            "encoder_hidden_states": {0: "batch", 1: "read"},
            "past_key_values.0.decoder.key": history,
            "past_key_values.0.decoder.value": history,
            "present.0.decoder.key": present,
            "present.0.decoder.value": present,
        },
    )
