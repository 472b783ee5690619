import { z } from "zod";

import rows from "./data.json";
import { Task } from "./schema";

/** Every task of the inference container, in the order in which forms list them. */
export const tasks: readonly Task[] = z.array(Task).parse(rows);
