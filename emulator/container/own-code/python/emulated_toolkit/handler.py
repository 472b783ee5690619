"""The toolkit's handler service: its own functions, and those of the script in their place."""

import importlib
import importlib.util
import logging
import os
import sys
from inspect import signature

from .context import Context
from .formats import ANY, CSV, JSON, UTF8_TYPES, PredictionException, decode, encode

HOOKS = ("model_fn", "input_fn", "predict_fn", "output_fn", "transform_fn")
NOT_BY_CSV = ("zero-shot-classification", "table-question-answering")

logger = logging.getLogger(__name__)


class Handler:
    def __init__(self, model_dir, module_name, load_pipeline):
        self._model_dir = model_dir
        self._module_name = module_name
        self._load_pipeline = load_pipeline
        self._context = Context(model_dir)
        self._functions = {
            "model_fn": self._load,
            "input_fn": self._preprocess,
            "predict_fn": self._predict,
            "output_fn": self._postprocess,
            "transform_fn": self._transform,
        }
        self._extra = {name: [] for name in HOOKS}
        self._model = None

    def initialize(self):
        sys.path.insert(0, os.path.join(self._model_dir, "code"))
        self._use_script()
        self._model = self._call("model_fn", self._model_dir)

    def handle(self, body, content_type, accept):
        """The answer of one request and its content type; whatever goes wrong is a PredictionException of 400."""
        try:
            self._context.begin({"Content-Type": content_type, "Accept": accept})
            if not accept or accept == ANY:
                accept = JSON
            if content_type in UTF8_TYPES:
                body = body.decode("utf-8")
            response = self._call("transform_fn", self._model, body, content_type, accept)
            self._context.set_response_content_type(0, accept)
            return response, accept
        except Exception as error:
            raise PredictionException(str(error), 400)

    def _call(self, name, *arguments):
        return self._functions[name](*arguments, *self._extra[name])

    def _use_script(self):
        if importlib.util.find_spec(self._module_name) is None:
            raise ModuleNotFoundError("No module named '{}'".format(self._module_name))
        logger.info("Inference script implementation found at `%s`.", self._module_name)
        script = importlib.import_module(self._module_name)
        found = {name: getattr(script, name, None) for name in HOOKS}
        if found["transform_fn"] and (found["input_fn"] or found["predict_fn"] or found["output_fn"]):
            raise ValueError(
                "Cannot use transform_fn implementation in conjunction with input_fn, predict_fn, and/or output_fn "
                "implementation"
            )
        for name, function in found.items():
            if function is None:
                logger.info(
                    "No `%s` implementation was found. The default one from the handler service will be used.", name
                )
                continue
            logger.info("`%s` implementation found. It will be used in place of the default one.", name)
            self._extra[name] = self._extra_arguments(self._functions[name], function)
            self._functions[name] = function

    def _extra_arguments(self, default, function):
        """Functions may take a context at the end."""
        most = len(signature(default).parameters)
        given = len(signature(function).parameters)
        if given == most:
            return [self._context]
        if given == most - 1:
            return []
        raise TypeError(
            "{} definition takes {} or {} arguments but {} were given.".format(
                function.__name__, most - 1, most, given
            )
        )

    def _load(self, model_dir, context=None):
        return self._load_pipeline()

    def _preprocess(self, input_data, content_type, context=None):
        task = os.environ.get("HF_TASK")
        if task in NOT_BY_CSV and content_type == CSV:
            raise PredictionException(
                "content type {} not support with {}, use different content_type".format(content_type, task), 400
            )
        return decode(input_data, content_type)

    def _predict(self, data, model, context=None):
        inputs = data.pop("inputs", data)
        parameters = data.pop("parameters", None)
        return model(inputs, **parameters) if parameters is not None else model(inputs)

    def _postprocess(self, prediction, accept, context=None):
        return encode(prediction, accept)

    def _transform(self, model, input_data, content_type, accept, context=None):
        data = self._call("input_fn", input_data, content_type)
        prediction = self._call("predict_fn", data, model)
        return self._call("output_fn", prediction, accept)
