import { expect, test } from "vitest";

import { exportedJob } from "../testing/exported-job";
import { foreignJob } from "../testing/foreign-job";
import { pythonSdkTraining } from "./python-sdk-training";

test("the SDK program of a job asks for its image, name and everything else that the form can ask for", () => {
  expect(pythonSdkTraining(exportedJob())).toMatchInlineSnapshot(`
    "# pip install "sagemaker==2.257.6"
    import os

    import boto3
    import sagemaker
    from sagemaker.huggingface import HuggingFace
    from sagemaker.inputs import TrainingInput

    session = sagemaker.Session(boto3.Session(region_name="us-east-1"), default_bucket="sagemaker-us-east-1-111122223333")
    role = "arn:aws:iam::111122223333:role/r"

    estimator = HuggingFace(
        entry_point="train.py",
        source_dir="./scripts",
        role=role,
        sagemaker_session=session,
        image_uri="763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-training:2.9.0-transformers5.3.0-gpu-py312-cu130-ubuntu22.04",
        transformers_version="5.3.0",
        pytorch_version="2.9.0",
        py_version="py312",
        instance_type="ml.p3.16xlarge",
        instance_count=2,
        volume_size=30,
        volume_kms_key="alias/volume",
        max_run=86400,
        use_spot_instances=True,
        max_wait=90000,
        max_retry_attempts=2,
        checkpoint_s3_uri="s3://data/checkpoints",
        checkpoint_local_path="/opt/ml/checkpoints",
        output_path="s3://data/out",
        output_kms_key="alias/output",
        subnets=[
            "subnet-0123456789abcdef0",
        ],
        security_group_ids=[
            "sg-0123456789abcdef0",
        ],
        encrypt_inter_container_traffic=True,
        distribution={
            "torch_distributed": {
                "enabled": True,
            },
        },
        metric_definitions=[
            {
                "Name": "loss",
                "Regex": "loss: ([0-9.]+)",
            },
        ],
        debugger_hook_config=False,
        disable_profiler=True,
        environment={
            "MODE": "fast",
            "WANDB_API_KEY": os.environ["WANDB_API_KEY"],
        },
        tags=[
            {
                "Key": "team",
                "Value": "nlp",
            },
        ],
        hyperparameters={
            "epochs": 3,
            "learning_rate": 3e-05,
            "ratio": 1.0,
            "fp16": True,
            "note": "it's \\"größer\\"",
            "layers": [
                1,
                2.0,
                {
                    "a": None,
                },
            ],
            "api-key": os.environ["API_KEY"],
            "push_to_hub": True,
            "hub_model_id": "me/model",
            "hub_strategy": "every_save",
            "hub_token": os.environ["HF_TOKEN"],
        },
    )
    estimator.fit(
        inputs={
            "train": TrainingInput(
                s3_data="s3://data/train",
                s3_data_type="S3Prefix",
                distribution="ShardedByS3Key",
                content_type="application/json",
            ),
            "test": "s3://data/test",
        },
        job_name="everything",
    )
    "
  `);
});

test("the SDK program of a job without the toolkit is the plain estimator's", () => {
  expect(pythonSdkTraining(foreignJob())).toMatchInlineSnapshot(`
    "# pip install "sagemaker==2.257.6"
    import os

    import boto3
    import sagemaker
    from sagemaker.estimator import Estimator
    from sagemaker.inputs import FileSystemInput

    session = sagemaker.Session(boto3.Session(region_name="us-east-1"), default_bucket="b")
    role = "arn:aws:iam::111122223333:role/r"

    estimator = Estimator(
        role=role,
        sagemaker_session=session,
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/own:1",
        instance_type="ml.m5.xlarge",
        instance_count=1,
        volume_size=30,
        max_run=600,
        input_mode="Pipe",
        output_path="s3://b/out",
        enable_sagemaker_metrics=True,
        debugger_hook_config=False,
        disable_profiler=True,
        hyperparameters={
            "epochs": "3",
            "mode": "fast",
            "token": os.environ["HF_TOKEN"],
        },
    )
    estimator.fit(
        inputs={
            "train": FileSystemInput(
                file_system_id="fs-0123456789abcdef0",
                file_system_type="EFS",
                directory_path="/data",
                file_system_access_mode="ro",
            ),
        },
        job_name="foreign",
    )
    "
  `);
});
