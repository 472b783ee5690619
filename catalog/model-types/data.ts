import { z } from "zod";

import rows from "./data.json";
import { ModelType } from "./schema";

export const modelTypes: readonly ModelType[] = z.array(ModelType).parse(rows);

/** The newest release of transformers that was read for the table. */
export const NEWEST_READ = "5.12.1";
