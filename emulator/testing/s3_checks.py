"""Drives the emulator's S3 by boto3 as a user's own program would. Arguments: the emulator's address."""

import io
import os
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
BUCKET = "sagemaker-us-east-1-111122223333"


def client(service, **config):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id="AKIDEMULATOR",
        aws_secret_access_key="emulator",
        config=Config(**config),
    )


def code_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None


s3 = client("s3")

# Odd keys come back as they went in, listed and deleted by their own names.
keys = ["../../etc/passwd", ".", "..", "a b/é+%.txt", "/leading", "//two", "日本/🎉", "a&<>\"'\n\rb"]
for key in keys:
    s3.put_object(Bucket=BUCKET, Key=key, Body=key.encode())
    assert s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() == key.encode(), key
for listing in (s3.list_objects_v2, s3.list_objects):
    assert [entry["Key"] for entry in listing(Bucket=BUCKET)["Contents"]] == sorted(keys, key=str.encode)
pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 3})
assert sum(len(page["Contents"]) for page in pages) == len(keys)
deleted = s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": key} for key in keys]})
assert len(deleted["Deleted"]) == len(keys)
assert s3.list_objects_v2(Bucket=BUCKET)["KeyCount"] == 0

# The transfer manager uploads in parts and downloads in ranges, several at a time.
data = os.urandom(20 * 1024 * 1024 + 17)
s3.upload_fileobj(io.BytesIO(data), BUCKET, "large", ExtraArgs={"ContentType": "x/y", "Metadata": {"k": "v"}})
copy = io.BytesIO()
s3.download_fileobj(BUCKET, "large", copy)
assert copy.getvalue() == data
head = s3.head_object(Bucket=BUCKET, Key="large")
assert (head["ContentType"], head["Metadata"], head["ContentLength"]) == ("x/y", {"k": "v"}, len(data))
s3.copy({"Bucket": BUCKET, "Key": "large"}, BUCKET, "large-copy")
assert s3.get_object(Bucket=BUCKET, Key="large-copy", Range="bytes=-17")["Body"].read() == data[-17:]

# Presigned addresses in both signature versions.
for config in ({}, {"signature_version": "s3v4"}):
    signer = client("s3", **config)
    url = signer.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "presigned"})
    urllib.request.urlopen(urllib.request.Request(url, data=b"by address", method="PUT", headers={"content-type": ""}))
    url = signer.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "presigned"})
    assert urllib.request.urlopen(url).read() == b"by address"

assert code_of(s3.get_object, Bucket=BUCKET, Key="none") == "NoSuchKey"
assert code_of(s3.head_object, Bucket=BUCKET, Key="none") == "404"
assert code_of(s3.get_object, Bucket="no-such-bucket-here", Key="k") == "NoSuchBucket"
assert code_of(s3.get_object, Bucket=BUCKET, Key="large", Range="bytes=99999999-") == "InvalidRange"
assert code_of(s3.get_bucket_policy, Bucket=BUCKET) == "NotImplemented"

# The identity services speak forms and XML.
assert client("sts").get_caller_identity()["Account"] == "111122223333"
roles = client("iam").get_paginator("list_roles").paginate().build_full_result()["Roles"]
assert roles[0]["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {"Service": "sagemaker.amazonaws.com"}

print("ok")
