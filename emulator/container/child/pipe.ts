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
  convert_tokens_to_ids(token: string): number | undefined;
  all_special_ids: number[];
  mask_token: string | null;
  mask_token_id: number | null;
  unk_token_id?: number | null;
  config: { model_max_length?: number; pad_token?: string; eos_token?: string; word_delimiter_token?: string };
  chat_template?: unknown;
  add_bos_token?: boolean;
  add_eos_token?: boolean;
  apply_chat_template(messages: unknown, options: Record<string, unknown>): unknown;
  /** For multilingual translation models only. */
  _build_translation_inputs?(texts: string[], options: object, languages: object): Record<string, NestedTensor>;
  /** The parsed tokenizer.json and its vocabulary: the library has no public way to raw tokens. */
  _tokenizer: {
    id_to_token(id: number): string;
    tokenizer: { pre_tokenizer?: unknown; decoder?: { type?: string; prefix?: string } | null };
  };
};

export type Processor = {
  (input: unknown): Promise<Record<string, unknown>>;
  feature_extractor: { config: { sampling_rate: number } };
  image_processor?: Record<string, unknown>;
};

export type Model = {
  (inputs: unknown): Promise<Record<string, NestedTensor>>;
  generate(options: Record<string, unknown>): Promise<NestedTensor>;
  generation_config?: Record<string, unknown> | null;
  config: { id2label?: Record<string, string>; problem_type?: string; model_type?: string } & Record<string, unknown>;
};

export type NestedTensor = { dims: number[]; data: Float32Array | BigInt64Array; tolist(): unknown };
