import { z } from "zod";

import rows from "./data.json";
import { FailureReport } from "./schema";

export const failureReports: readonly FailureReport[] = z.array(FailureReport).parse(rows);
