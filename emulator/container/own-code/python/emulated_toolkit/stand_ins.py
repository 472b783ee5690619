"""Modules of the container that scripts import, where the machine's Python does not have the real ones."""

import importlib.util
import sys
import types

from . import formats


def install():
    types_module = _module(
        "content_types",
        {name: getattr(formats, name) for name in ("JSON", "CSV", "NPY", "ANY", "UTF8_TYPES")},
    )
    codec = _module("decoder_encoder", {"decode": formats.decode, "encode": formats.encode})
    errors = _module("errors", {"UnsupportedFormatError": formats.UnsupportedFormatError})
    service = _module("service", {"PredictionException": formats.PredictionException})
    _package("sagemaker_huggingface_inference_toolkit", [types_module, codec])
    _package("sagemaker_inference", [types_module, errors])
    _package("mms", [service])


def _module(name, members):
    module = types.ModuleType(name)
    module.__dict__.update(members)
    return module


def _package(name, modules):
    if importlib.util.find_spec(name) is not None:
        return
    package = types.ModuleType(name)
    package.__path__ = []
    sys.modules[name] = package
    for module in modules:
        setattr(package, module.__name__, module)
        sys.modules["{}.{}".format(name, module.__name__)] = module
