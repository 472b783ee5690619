/** For each text, given as the vectors of its tokens, the index of the other text with the largest cosine. */
export function nearest(texts: number[][][]): number[] {
  const vectors = texts.map(pooled);
  return vectors.map((vector, own) => {
    const alike = vectors.map((other, at) => (at === own ? -1 : dot(vector, other)));
    return alike.indexOf(Math.max(...alike));
  });
}

/** The mean of the tokens' vectors, of length 1. */
function pooled(tokens: number[][]): number[] {
  const sums = (tokens[0] ?? []).map((_, dim) => tokens.reduce((sum, token) => sum + (token[dim] ?? 0), 0));
  const length = Math.sqrt(dot(sums, sums));
  return sums.map((value) => value / length);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
