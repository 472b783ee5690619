/** A job that cannot run as it was asked for; the message becomes its FailureReason. */
export class TrainingError extends Error {}
