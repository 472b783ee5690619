import { z } from "zod";

import { TrainingJobName } from "../list-schema";

import { MAX_COMPARED_JOBS } from "./jobs";

/** The jobs of one comparison; one alone is still read, so that its column stands while the next is chosen. */
export const ComparedJobNames = z.array(TrainingJobName).min(1).max(MAX_COMPARED_JOBS);
