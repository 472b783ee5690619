import { z } from "zod";
import { QUOTA_USAGES } from "../quotas.ts";

export const ClockChange = z.union([
  z.strictObject({ advanceMs: z.number().int() }),
  z.strictObject({ setTo: z.union([z.number().int(), z.iso.datetime({ offset: true })]) }),
]);

export const FaultInput = z.strictObject({
  service: z.string().min(1),
  operation: z.string().min(1).default("*"),
  times: z.number().int().min(1).default(1),
  delayMs: z.number().int().min(0).max(600_000).default(0),
  error: z
    .strictObject({
      type: z.string().min(1),
      message: z.string().default(""),
      status: z.number().int().min(400).max(599).default(400),
    })
    .nullable()
    .default(null),
  stream: z
    .strictObject({
      tokenDelayMs: z.number().int().min(0).max(60_000).default(0),
      breakAfterParts: z.number().int().min(0).nullable().default(null),
    })
    .nullable()
    .default(null),
});

export const QuotaInput = z.strictObject({
  instanceType: z.string().regex(/^ml\./, "instanceType begins with ml."),
  usage: z.enum(QUOTA_USAGES).default("training job usage"),
  limit: z.number().int().min(0),
});

export const ScenarioChoice = z.strictObject({ name: z.string() });

export const SpotInterruption = z.strictObject({ trainingJobName: z.string().min(1) });

/** Top-level modules of Python. */
export const ModuleNames = z.array(z.string().regex(/^[A-Za-z_]\w{0,63}$/)).max(50);
