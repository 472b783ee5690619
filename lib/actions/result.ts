import type { Problem } from "@/lib/errors";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Problem };
