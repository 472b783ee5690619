"""Writes the nets that see pictures as the files that transformers.js looks for."""

import os

import torch

from word_tokens import write_json


def export_picture_net(net, folder, size, outputs):
    os.makedirs(f"{folder}/onnx", exist_ok=True)
    net.eval()
    torch.onnx.export(
        net,
        torch.zeros(1, 3, size, size),
        f"{folder}/onnx/model.onnx",
        input_names=["pixel_values"],
        output_names=outputs,
        dynamic_axes={name: {0: "b"} for name in ["pixel_values", *outputs]},
        opset_version=14,
    )


def save_picture_config(folder, model_type, architecture, names, processor, size, **more):
    config = {
        "model_type": model_type,
        "architectures": [architecture],
        "id2label": {str(index): name for index, name in enumerate(names)},
        "label2id": {name: index for index, name in enumerate(names)},
    }
    if model_type == "vit":
        config.update(image_size=size, num_channels=3)
    write_json(f"{folder}/config.json", config, indent=1)
    preprocessor = {
        "image_processor_type": processor,
        **more,
        "do_resize": True,
        "size": {"height": size, "width": size},
        "resample": 2,
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": [0.5] * 3,
        "image_std": [0.5] * 3,
    }
    write_json(f"{folder}/preprocessor_config.json", preprocessor, indent=1)
