import { Fault } from "../../../protocol/fault.ts";

/** S3's errors with S3's own wording. */
export const noSuchBucket = (bucket: string) =>
  new Fault("NoSuchBucket", "The specified bucket does not exist", 404, { BucketName: bucket });

export const noSuchKey = (key: string) =>
  new Fault("NoSuchKey", "The specified key does not exist.", 404, { Key: key });

export const noSuchUpload = (id: string) =>
  new Fault(
    "NoSuchUpload",
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    404,
    { UploadId: id },
  );

export const invalidArgument = (message: string, name: string, value: string) =>
  new Fault("InvalidArgument", message, 400, { ArgumentName: name, ArgumentValue: value });

export const invalidRequest = (message: string) => new Fault("InvalidRequest", message);

export const malformedXml = () =>
  new Fault(
    "MalformedXML",
    "The XML you provided was not well-formed or did not validate against our published schema",
  );

export const preconditionFailed = (condition: string) =>
  new Fault("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, {
    Condition: condition,
  });

export const accessDenied = (message: string, members: Record<string, unknown> = {}) =>
  new Fault("AccessDenied", message, 403, members);

export const badDigest = (what: string) =>
  new Fault("BadDigest", `The ${what} you specified did not match the calculated checksum.`);

export const notImplemented = (operation: string) =>
  new Fault("NotImplemented", `The emulator does not implement the S3 operation ${operation}.`, 501, {
    Operation: operation,
  });
