import { z } from "zod";

import rows from "./data.json";
import { Recipe } from "./schema";

/** The sample notebooks, in their order. */
export const recipes: readonly Recipe[] = z.array(Recipe).parse(rows);
