/** A request that the Python handler would have failed with this text: the container's 400. */
export class PredictionError extends Error {}
