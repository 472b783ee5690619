import { z } from "zod";

/** What an endpoint will be asked, as far as it decides between the modes. */
export type Workload = {
  callsPerDay: number;
  peakPerSecond: number;
  /** The larger of request and answer. */
  payloadMb: number;
  secondsPerAnswer: number;
  /** What the model takes when it is loaded; null: not said. */
  modelGb: number | null;
  allowsColdStart: boolean;
};

/** The same as a person types it. */
export type WorkloadDraft = {
  calls: string;
  peak: string;
  payload: string;
  seconds: string;
  size: string;
  cold: "yes" | "no";
};

/** A small service with one caller at a time: what the fields begin with. */
export const USUAL_WORKLOAD: WorkloadDraft = {
  calls: "1000",
  peak: "1",
  payload: "0.1",
  seconds: "1",
  size: "",
  cold: "yes",
};

const FIELDS = ["calls", "peak", "payload", "seconds", "size", "cold"] as const;

const positive = (most: number, unit: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= most,
      `Enter a number above 0, at most ${most.toLocaleString("en-US")} ${unit}.`,
    )
    .transform(Number);

const WorkloadFields = z.object({
  calls: positive(1_000_000_000, "calls"),
  peak: positive(100_000, "calls"),
  payload: positive(100_000, "MB"),
  seconds: positive(86_400, "seconds"),
  size: z.union([z.literal("").transform(() => null), positive(10_000, "GB")]),
  cold: z.enum(["yes", "no"]),
});

export type ReadWorkload =
  | { ok: true; workload: Workload }
  | { ok: false; errors: Partial<Record<keyof WorkloadDraft, string>> };

/** The numbers in a draft, or what is wrong with each field. */
export function readWorkload(draft: WorkloadDraft): ReadWorkload {
  const read = WorkloadFields.safeParse(draft);
  if (!read.success) {
    const { fieldErrors } = z.flattenError(read.error);
    return { ok: false, errors: Object.fromEntries(Object.entries(fieldErrors).map(([name, all]) => [name, all[0]])) };
  }
  const { calls, peak, payload, seconds, size, cold } = read.data;
  return {
    ok: true,
    workload: {
      callsPerDay: calls,
      peakPerSecond: peak,
      payloadMb: payload,
      secondsPerAnswer: seconds,
      modelGb: size,
      allowsColdStart: cold === "yes",
    },
  };
}

type LinkParameters = Record<string, string | undefined>;

/** The draft that a link names; null: the link does not ask for advice. */
export function workloadFromLink(link: LinkParameters): WorkloadDraft | null {
  if (!FIELDS.some((name) => link[name] !== undefined)) return null;
  const text = (name: Exclude<keyof WorkloadDraft, "cold">) => link[name] ?? USUAL_WORKLOAD[name];
  return {
    calls: text("calls"),
    peak: text("peak"),
    payload: text("payload"),
    seconds: text("seconds"),
    size: text("size"),
    cold: link.cold === "no" ? "no" : "yes",
  };
}

/** The parameters of a link for an open advisor; none for a closed one. */
export function workloadInLink(draft: WorkloadDraft | null): Record<string, string> {
  if (!draft) return {};
  return Object.fromEntries(FIELDS.filter((name) => draft[name] !== "").map((name) => [name, draft[name]]));
}
