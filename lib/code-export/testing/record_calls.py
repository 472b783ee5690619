"""Runs generated programs without a network, and prints what each asks of AWS as JSON: {folder: [call, ...]}.

Each call is checked by botocore against AWS's service model, then recorded and answered here. `sagemaker.core` is the
one of sagemaker_stand_in. Usage: record_calls.py FOLDER...; each has a program.py, which runs in it, and whose function
clean_up is called at its end.
"""

import io
import json
import os
import pathlib
import subprocess
import sys

import botocore.client
import botocore.exceptions
import botocore.loaders
import botocore.session
from botocore.response import StreamingBody

sys.path.insert(0, str(pathlib.Path(__file__).parent / "sagemaker_stand_in"))

calls = []
ANSWERS = {
    "InvokeEndpoint": lambda: {"Body": StreamingBody(io.BytesIO(b"{}"), 2)},
    "InvokeEndpointAsync": lambda: {"OutputLocation": "s3://bucket/answer.out"},
    "PutScalingPolicy": lambda: {"PolicyARN": "arn"},
    "ListInferenceComponents": lambda: {"InferenceComponents": []},
}
deleted = set()


def component(params):
    """In service at once, and gone once deleted."""
    if params["InferenceComponentName"] in deleted:
        raise botocore.exceptions.ClientError({"Error": {"Code": "ValidationException"}}, "DescribeInferenceComponent")
    return {"InferenceComponentStatus": "InService"}


def answer(client, operation, params):
    model = client.meta.service_model.operation_model(operation)
    client._serializer.serialize_to_request(params, model)
    service = client.meta.service_model.service_name
    said = {name: params[name] for name in ("Bucket", "Key")} if service == "s3" else params
    calls.append({"service": service, "operation": operation, "input": said})
    if operation == "DeleteInferenceComponent":
        deleted.add(params["InferenceComponentName"])
    if operation == "DescribeInferenceComponent":
        return component(params)
    return ANSWERS.get(operation, dict)()


class Waiter:
    def __init__(self, name):
        self.name = name

    def wait(self, **params):
        calls.append({"service": "wait", "operation": self.name, "input": params})


def run(command, check):
    calls.append({"service": "shell", "operation": command[0], "input": command[1:]})


botocore.client.BaseClient._make_api_call = answer
botocore.client.BaseClient.get_waiter = lambda client, name: Waiter(name)
subprocess.run = run

# Each session would read AWS's large service models anew.
loader = botocore.loaders.create_loader()
botocore.session.create_loader = lambda *_: loader

recorded = {}
for folder in sys.argv[1:]:
    calls.clear()
    deleted.clear()
    os.chdir(folder)
    names = {"print": lambda *_: None}
    exec(compile(pathlib.Path("program.py").read_text(), f"{folder}/program.py", "exec"), names)
    if "clean_up" in names:
        names["clean_up"]()
    recorded[folder] = list(calls)
print(json.dumps(recorded))
