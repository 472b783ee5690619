/** What a real-time endpoint takes and gives at most (Model Hosting FAQs). */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

/** How long SageMaker waits for a container's answer. */
export const MAX_ANSWER_MS = 60_000;
