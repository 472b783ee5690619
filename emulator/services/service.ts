import type { StreamRehearsal } from "../behaviour.ts";
import type { AwsRequest, Operations } from "../protocol/aws-request.ts";
import type { Fault } from "../protocol/fault.ts";

/** How a service answers the form-in, XML-out protocol of older services and clients. */
export type QueryBinding = {
  /** SigV4 signing name, by which form requests are told apart: `sts`, `iam`, `monitoring`. */
  scope: string;
  /** `Version` of the form; tells unsigned requests apart. */
  version: string;
  xmlNamespace: string;
};

/** A service spoken to by `X-Amz-Target: <targetPrefix>.<Operation>`, and by form or CBOR where clients do so. */
export type JsonService = {
  protocol: "json";
  /** Key of its constraints in emulator/constraints, and its name in `/_emulator/faults`. */
  id: string;
  targetPrefix: string;
  query?: QueryBinding;
  operations: Operations;
  /** Takes up work that a stopped emulator left undone. */
  resume?(): void;
  /** Ends what runs; called before the database closes. */
  close?(): Promise<void>;
};

/** A service spoken to by form and XML only. */
export type QueryService = {
  protocol: "query";
  id: string;
  query: QueryBinding;
  operations: Operations;
  resume?(): void;
  /** Ends what runs; called before the database closes. */
  close?(): Promise<void>;
};

/** A service with an HTTP surface of its own: S3 and SageMaker Runtime. */
export type HttpService = {
  protocol: "http";
  id: string;
  /** Asked in the order of registration; the first that accepts gets the request. */
  accepts(request: AwsRequest): boolean;
  /** The AWS operation that the request asks for, as `/_emulator/faults` names it. */
  operationName(request: AwsRequest): string;
  /**
   * Answers the request. A Fault that it throws before any byte was sent goes to `sendFault`. `stream` is planned for
   * this one request.
   */
  handle(request: AwsRequest, stream: StreamRehearsal | null): Promise<void>;
  sendFault(request: AwsRequest, fault: Fault): void;
  resume?(): void;
  /** Ends what runs; called before the database closes. */
  close?(): Promise<void>;
};

export type Service = JsonService | QueryService | HttpService;
