import { z } from "zod";

import { InstanceTypeName, roleArn, s3Uri } from "@/lib/fields/aws-fields";

export const QuotaQuestion = z.object({ instanceType: InstanceTypeName });

export const RoleQuestion = z.object({
  roleArn: roleArn("to read the model"),
  archiveUri: z.union([z.literal(""), s3Uri("s3://bucket/path/model.tar.gz")]).default(""),
});
