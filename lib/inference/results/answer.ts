import type { InferenceRequest } from "../request";

/** What was asked, as far as drawing the answer needs it. */
export type Asked = {
  /** The texts of `inputs`, in order; "" for what is no text. */
  inputs: string[];
  /** The whole body of the request, read; null when it was a file. */
  body: unknown;
  request: Pick<InferenceRequest, "body" | "contentType">;
};

/** Reads an answer into what is drawn; null when it has another shape. */
export type ReadAnswer<R> = (value: unknown, asked: Asked) => R | null;
