"""Deploys a bundled model by boto3 and follows it to its logs and metrics. Arguments: the emulator's address."""

import datetime
import json
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
IMAGE = (
    "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:"
    "2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04"
)
DEADLINE = time.time() + 90


def client(service):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id="AKIDEMULATOR",
        aws_secret_access_key="emulator",
        config=Config(retries={"max_attempts": 1}),
    )


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    return None


def eventually(read):
    """Metrics and log lines may come a moment after the answer."""
    while not (value := read()):
        assert time.time() < DEADLINE, "nothing came in time"
        time.sleep(0.1)
    return value


sagemaker = client("sagemaker")
sagemaker.create_model(
    ModelName="boto3",
    ExecutionRoleArn=ROLE,
    PrimaryContainer={"Image": IMAGE, "Environment": {"HF_MODEL_ID": "bundled/afinn-sentiment", "HF_TASK": "text-classification"}},
    Tags=[{"Key": "from", "Value": "boto3"}],
)
variant = {"VariantName": "AllTraffic", "ModelName": "boto3", "InstanceType": "ml.m5.xlarge", "InitialInstanceCount": 1}
sagemaker.create_endpoint_config(EndpointConfigName="boto3", ProductionVariants=[variant])
arn = sagemaker.create_endpoint(EndpointName="boto3", EndpointConfigName="boto3")["EndpointArn"]
assert arn == "arn:aws:sagemaker:us-east-1:111122223333:endpoint/boto3"
sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="boto3", WaiterConfig={"Delay": 1, "MaxAttempts": 90})

code, message = error_of(sagemaker.create_model, ModelName="bad name!", ExecutionRoleArn=ROLE)
assert code == "ValidationException" and "failed to satisfy constraint" in message, message
code, message = error_of(sagemaker.describe_endpoint, EndpointName="none")
assert (code, message[:18]) == ("ValidationException", "Could not find end"), message
assert [tag["Value"] for tag in sagemaker.list_tags(ResourceArn=sagemaker.describe_model(ModelName="boto3")["ModelArn"])["Tags"]] == ["boto3"]
pages = sagemaker.get_paginator("list_endpoints").paginate(StatusEquals="InService", PaginationConfig={"PageSize": 1})
assert [row["EndpointName"] for page in pages for row in page["Endpoints"]] == ["boto3"]

runtime = client("sagemaker-runtime")
body = json.dumps({"inputs": "I love this wonderful film"})
answer = runtime.invoke_endpoint(EndpointName="boto3", ContentType="application/json", Body=body)
assert answer["InvokedProductionVariant"] == "AllTraffic"
[best] = json.loads(answer["Body"].read())[:1]
assert best["label"].lower() == "positive" and best["score"] > 0.5, best
assert error_of(runtime.invoke_endpoint, EndpointName="boto3", ContentType="application/json", Body="{")[0] == "ModelError"
code, message = error_of(runtime.invoke_endpoint, EndpointName="none", Body=body)
assert code == "ValidationError", code

cloudwatch = client("cloudwatch")
dimensions = [{"Name": "EndpointName", "Value": "boto3"}, {"Name": "VariantName", "Value": "AllTraffic"}]
now = datetime.datetime.fromtimestamp(float(sys.argv[2]) / 1000, datetime.timezone.utc)
window = {"StartTime": now - datetime.timedelta(minutes=10), "EndTime": now + datetime.timedelta(minutes=10)}
metric = {"Namespace": "AWS/SageMaker", "MetricName": "Invocations", "Dimensions": dimensions}
query = {"Id": "calls", "MetricStat": {"Metric": metric, "Period": 60, "Stat": "Sum"}}
values = eventually(lambda: cloudwatch.get_metric_data(MetricDataQueries=[query], **window)["MetricDataResults"][0]["Values"])
assert sum(values) == 2, values
latency = cloudwatch.get_metric_statistics(
    Namespace="AWS/SageMaker", MetricName="ModelLatency", Dimensions=dimensions, Period=60, Statistics=["Average"], **window
)
assert latency["Datapoints"][0]["Unit"] == "Microseconds" and latency["Datapoints"][0]["Average"] > 0

logs = client("logs")
group = "/aws/sagemaker/Endpoints/boto3"
streams = eventually(lambda: logs.describe_log_streams(logGroupName=group)["logStreams"])
assert streams[0]["logStreamName"].startswith("AllTraffic/"), streams
assert logs.filter_log_events(logGroupName=group)["events"]

sagemaker.delete_endpoint(EndpointName="boto3")
sagemaker.get_waiter("endpoint_deleted").wait(EndpointName="boto3", WaiterConfig={"Delay": 1, "MaxAttempts": 60})
sagemaker.delete_endpoint_config(EndpointConfigName="boto3")
sagemaker.delete_model(ModelName="boto3")
assert sagemaker.list_models()["Models"] == []

print("ok")
