"""Classes of sagemaker.core.shapes, made from AWS's service model as those of the SDK are.

Like the SDK's they refuse names that they do not have, and are sent by its rules (sagemaker.core.utils.utils).
"""

import re

import botocore.session

MODEL = botocore.session.get_session().get_service_model("sagemaker")
SPECIAL = {"volume_size_in_gb": "VolumeSizeInGB"}


def pascal_to_snake(name):
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)).lower()


def snake_to_pascal(name):
    return SPECIAL.get(name) or "".join(part.title() for part in name.split("_"))


def check(shape, value):
    """The value of a member must be of its class; botocore checks plain values when the call is made."""
    if shape.type_name == "list":
        for item in value:
            check(shape.member, item)
    elif shape.type_name == "structure" and type(value).__name__ != shape.name:
        raise TypeError(f"{value!r} is no {shape.name}")


def arguments(shape, values):
    """The members of a structure by their name in AWS's model, for keyword arguments."""
    members = {pascal_to_snake(name): name for name in shape.members}
    for name, value in values.items():
        if name not in members:
            raise TypeError(f"{shape.name} has no {name}")
        check(shape.members[members[name]], value)
    return {members[name]: value for name, value in values.items()}


def serialize(value):
    if isinstance(value, dict):
        return {key: serialize(item) for key, item in value.items()}
    if isinstance(value, list):
        return [serialize(item) for item in value]
    if isinstance(value, Shape):
        sent = {snake_to_pascal(key): serialize(item) for key, item in value.values.items()}
        return {key: item for key, item in sent.items() if item}
    return value


class Shape:
    def __init__(self, **values):
        arguments(MODEL.shape_for(type(self).__name__), values)
        self.values = values


def __getattr__(name):
    if name.startswith("__") or MODEL.shape_for(name).type_name != "structure":
        raise AttributeError(name)
    made = globals()[name] = type(name, (Shape,), {})
    return made
