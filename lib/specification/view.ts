/** One call to AWS, with its input as JSON: times are ISO texts. */
export type AwsCall = {
  service: "sagemaker" | "application-autoscaling" | "cloudwatch";
  operation: string;
  input: Record<string, unknown>;
};

/** An endpoint with all that belongs to it, as the calls that would make it again, in order. */
export type EndpointSpecification = { endpoint: string; calls: AwsCall[] };

/** What could not be read of an endpoint: those calls are missing from its specification. */
export type Unread = { what: string; message: string };

/** A specification for people: secrets are masked. */
export type EndpointCodeView = EndpointSpecification & { unread: Unread[] };
