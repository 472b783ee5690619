import { z } from "zod";

import rows from "./data.json";
import { Region } from "./schema";

/** Every region that holds Hugging Face images, the commercial ones first. */
export const regions: readonly Region[] = z.array(Region).parse(rows);
