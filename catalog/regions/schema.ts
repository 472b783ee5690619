import { z } from "zod";

export const Partition = z.enum([
  "aws",
  "aws-cn",
  "aws-us-gov",
  "aws-iso",
  "aws-iso-b",
  "aws-iso-e",
  "aws-iso-f",
  "aws-eusc",
]);
export type Partition = z.output<typeof Partition>;

/** An AWS region as people and registries name it. */
export const Region = z.object({
  id: z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/),
  label: z.string().min(1),
  partition: Partition,
  /** Ends every host name of the partition. */
  dnsSuffix: z.string().min(1),
});
export type Region = z.output<typeof Region>;
