import { z } from "zod";

const printable = (max: number, what: string) =>
  z
    .string()
    .max(max, `Use at most ${max} characters for the ${what}.`)
    .regex(
      /^\S[\x20-\x7e]*$/,
      `Use plain letters, digits and signs for the ${what}, and begin with none of them blank.`,
    );

/** What may be said to SageMaker beside a request, with the limits of the runtime's service model; "" is not sent. */
export const CallOptions = z.object({
  /** Only this variant shall answer (TargetVariantHeader). */
  targetVariant: z
    .string()
    .max(63, "Use at most 63 characters for the variant.")
    .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/, "The variant's name has letters, digits and single hyphens.")
    .or(z.literal("")),
  /** Passed on to the container as it is (CustomAttributesHeader); AWS counts it as sensitive. */
  customAttributes: z
    .string()
    .max(1024, "Use at most 1024 characters for the custom attributes.")
    // A header cannot hold line ends, though the service model's ASCII has them.
    .regex(/^[\x20-\x7e]*$/, "Custom attributes are plain letters, digits and signs on one line."),
  /** By which captured data and metrics name the call (InferenceId). */
  inferenceId: printable(64, "inference id").or(z.literal("")),
  /** Which of several models on the endpoint's instances answers (InferenceComponentHeader). */
  inferenceComponent: z
    .string()
    .max(63, "Use at most 63 characters for the inference component.")
    .regex(/^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/, "The component's name has letters, digits and hyphens.")
    .or(z.literal("")),
});
export type CallOptions = z.output<typeof CallOptions>;

export const NO_OPTIONS: CallOptions = {
  targetVariant: "",
  customAttributes: "",
  inferenceId: "",
  inferenceComponent: "",
};

const HEADERS = {
  targetVariant: "x-target-variant",
  customAttributes: "x-custom-attributes",
  inferenceId: "x-inference-id",
  inferenceComponent: "x-inference-component",
} as const satisfies Record<keyof CallOptions, string>;

const NAMES = Object.keys(HEADERS) as (keyof CallOptions)[];

/** The options as headers of a call to the console; what is empty is left out. */
export function optionHeaders(options: CallOptions): Record<string, string> {
  return Object.fromEntries(NAMES.filter((name) => options[name]).map((name) => [HEADERS[name], options[name]]));
}

/** The same as the server reads them, not checked yet. */
export function optionsIn(headers: Headers): Record<keyof CallOptions, string> {
  const read = (name: keyof CallOptions) => headers.get(HEADERS[name]) ?? "";
  return {
    targetVariant: read("targetVariant"),
    customAttributes: read("customAttributes"),
    inferenceId: read("inferenceId"),
    inferenceComponent: read("inferenceComponent"),
  };
}

/** Why the options cannot be sent, by field; nothing for those that can. */
export function optionErrors(options: CallOptions): Partial<Record<keyof CallOptions, string>> {
  const parsed = CallOptions.safeParse(options);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), messageOf(issue)]));
}

/** The message of the part of a choice that is not the empty text. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_union" ? (issue.errors[0]?.[0]?.message ?? issue.message) : issue.message;
}
