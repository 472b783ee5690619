import type { Role } from "./permissions";

/** The signed-in person as the rest of the console sees them. */
export type Member = { id: string; name: string; role: Role };
