import { z } from "zod";

export const OperationId = z.object({ id: z.uuid("This is not an operation's id.") });
export type OperationId = z.output<typeof OperationId>;
