import { z } from "zod";

import { AppError } from "@/lib/errors";

/** Parses what a route was sent; throws an `invalid` AppError with the messages of the schema. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { formErrors, fieldErrors } = z.flattenError(parsed.error);
  const [first] = [
    ...formErrors,
    ...Object.values(fieldErrors as Record<string, string[] | undefined>).flatMap((messages) => messages ?? []),
  ];
  throw new AppError("invalid", first ?? "The request is not valid.", { fieldErrors });
}

/** A URL's query as a plain object, empty values left out. */
export function queryOf(request: Request): Record<string, string> {
  const entries = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  return Object.fromEntries(entries);
}
