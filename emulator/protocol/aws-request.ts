import type { IncomingMessage, ServerResponse } from "node:http";

/** Who signed a request and for what, read from its SigV4 header or presigned query. Signatures are not checked here. */
export type CredentialScope = { accessKeyId: string; region: string; service: string };

/** One HTTP request after routing: what every protocol starts from. */
export type AwsRequest = {
  id: string;
  method: string;
  /** Percent-encoded path, without the query. */
  rawPath: string;
  query: URLSearchParams;
  scope: CredentialScope | null;
  /** Region of the scope, or the emulator's default. */
  region: string;
  req: IncomingMessage;
  res: ServerResponse;
};

/** What an operation knows beside its input. */
export type Call = { region: string; requestId: string; accessKeyId: string | null };

/** One AWS operation: takes the parsed input, returns the output (dates as epoch seconds) or throws a `Fault`. */
export type Operation = (input: never, call: Call) => unknown;
export type Operations = Record<string, Operation>;
