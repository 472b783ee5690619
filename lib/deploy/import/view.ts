import type { DeployFormValues } from "@/lib/deploy/schema";

/** A member of a request that was read from a text. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** What a text says of an endpoint, in AWS's own shapes; what it does not say is null. */
export type ImportedParts = {
  model: JsonObject | null;
  config: JsonObject | null;
  endpoint: JsonObject | null;
  target: JsonObject | null;
  policy: JsonObject | null;
  /** Where the call goes, when the text says. */
  region: string | null;
};

export const NO_PARTS: ImportedParts = {
  model: null,
  config: null,
  endpoint: null,
  target: null,
  policy: null,
  region: null,
};

/** A form filled from a text, with what a person should look at. */
export type ImportedForm = {
  values: DeployFormValues;
  notes: string[];
  /** A SageMaker model that is only named: what it is made of can be asked of AWS. */
  model: string | null;
};
export type Import = ({ ok: true } & ImportedForm) | { ok: false; reason: string };
