import { MASK } from "@/lib/secrets/mask";
import type { CreateTrainingJobRequest } from "@/lib/training/view";

import { trainingExport } from "../program/training-export";
import type { ProgramExport } from "../program/view";

const FOREIGN_JOB: CreateTrainingJobRequest = {
  TrainingJobName: "foreign",
  RoleArn: "arn:aws:iam::111122223333:role/r",
  AlgorithmSpecification: {
    TrainingImage: "111122223333.dkr.ecr.us-east-1.amazonaws.com/own:1",
    TrainingInputMode: "Pipe",
    EnableSageMakerMetricsTimeSeries: true,
  },
  HyperParameters: { epochs: "3", mode: "fast", token: MASK },
  InputDataConfig: [
    {
      ChannelName: "train",
      DataSource: {
        FileSystemDataSource: {
          FileSystemId: "fs-0123456789abcdef0",
          FileSystemType: "EFS",
          DirectoryPath: "/data",
          FileSystemAccessMode: "ro",
        },
      },
    },
  ] as unknown as CreateTrainingJobRequest["InputDataConfig"],
  OutputDataConfig: { S3OutputPath: "s3://b/out" },
  ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
  StoppingCondition: { MaxRuntimeInSeconds: 600 },
  ProfilerConfig: { DisableProfiler: true },
};

/** A job that another tool made, of a container without the toolkit and with data in a file system. */
export function foreignJob(): ProgramExport {
  return trainingExport(FOREIGN_JOB, { region: "us-east-1", bucket: "b" });
}
