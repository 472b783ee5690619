"""Classes of sagemaker.core.resources so far as programs use them; they call AWS as the SDK's do."""

import time
from types import SimpleNamespace

import botocore.exceptions

from .shapes import MODEL, arguments, pascal_to_snake, serialize


class Resource:
    @classmethod
    def create(cls, session, region, **values):
        model = MODEL.operation_model(f"Create{cls.__name__}")
        made = cls()
        made.session, made.region = session, region
        made.key = f"{cls.__name__}Name"
        made.name = values[pascal_to_snake(made.key)]
        made.ask("sagemaker", f"create_{pascal_to_snake(cls.__name__)}", serialize(arguments(model.input_shape, values)))
        return made

    def ask(self, service, method, request):
        return getattr(self.session.client(service, self.region), method)(**request)

    def delete(self):
        self.ask("sagemaker", f"delete_{pascal_to_snake(type(self).__name__)}", {self.key: self.name})


class Model(Resource):
    pass


class EndpointConfig(Resource):
    pass


class TrainingJob(Resource):
    def wait(self, poll=5, timeout=None, logs=False):
        waiter = self.session.client("sagemaker", self.region).get_waiter("training_job_completed_or_stopped")
        waiter.wait(TrainingJobName=self.name)


class TransformJob(Resource):
    def wait(self, poll=5, timeout=None, logs=False):
        waiter = self.session.client("sagemaker", self.region).get_waiter("transform_job_completed_or_stopped")
        waiter.wait(TransformJobName=self.name)


class Endpoint(Resource):
    def wait_for_status(self, target_status, poll=5, timeout=None):
        if target_status != "InService":
            raise ValueError(target_status)
        waiter = self.session.client("sagemaker", self.region).get_waiter("endpoint_in_service")
        waiter.wait(EndpointName=self.name)

    def invoke(self, body, content_type, accept):
        request = {"EndpointName": self.name, "Body": body, "ContentType": content_type, "Accept": accept}
        answer = self.ask("sagemaker-runtime", "invoke_endpoint", request)
        return SimpleNamespace(body=answer["Body"])

    def invoke_async(self, input_location, accept):
        request = {"EndpointName": self.name, "InputLocation": input_location, "Accept": accept}
        answer = self.ask("sagemaker-runtime", "invoke_endpoint_async", request)
        return SimpleNamespace(output_location=answer["OutputLocation"])


class InferenceComponent(Resource):
    def wait_for_status(self, target_status, poll=5, timeout=None):
        if target_status != "InService":
            raise ValueError(target_status)
        while self.status() in ("Creating", "Updating"):
            time.sleep(poll)
        if self.status() != target_status:
            raise RuntimeError(self.status())

    def wait_for_delete(self, poll=5, timeout=None):
        try:
            while self.status():
                time.sleep(poll)
        except botocore.exceptions.ClientError:
            return

    def status(self):
        answer = self.ask("sagemaker", "describe_inference_component", {self.key: self.name})
        return answer["InferenceComponentStatus"]
