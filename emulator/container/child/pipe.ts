/** The parts of a transformers.js pipeline that adapters use; the library's own types differ for each task. */
export type Pipe = {
  (inputs: unknown, options?: Record<string, unknown>): Promise<unknown>;
  (inputs: unknown, second: unknown, options?: Record<string, unknown>): Promise<unknown>;
  tokenizer: Tokenizer;
  processor: Processor;
  model: Model;
  dispose(): Promise<void>;
};

export type Tokenizer = {
  (text: string | string[], options?: Record<string, unknown>): Record<string, NestedTensor>;
  decode(ids: number[] | bigint[], options?: Record<string, unknown>): string;
  batch_decode(ids: unknown, options?: Record<string, unknown>): string[];
  all_special_ids: number[];
  mask_token: string | null;
  mask_token_id: number | null;
  chat_template?: unknown;
};

export type Processor = {
  (input: unknown): Promise<Record<string, unknown>>;
  feature_extractor: { config: { sampling_rate: number } };
};

export type Model = {
  (inputs: unknown): Promise<Record<string, NestedTensor>>;
  config: { id2label?: Record<string, string>; problem_type?: string; model_type?: string } & Record<string, unknown>;
};

export type NestedTensor = { dims: number[]; data: Float32Array | BigInt64Array; tolist(): unknown };
