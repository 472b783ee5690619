import { random } from "@huggingface/transformers";

/** How the next token is chosen. Names are the servers'; what a server does not know stays at its neutral value. */
export type Sampling = {
  /** 0: always the likeliest token. */
  temperature: number;
  /** 0: all. */
  topK: number;
  topP: number;
  minP: number;
  typicalP: number;
  repetitionPenalty: number;
  frequencyPenalty: number;
  presencePenalty: number;
  /** Token ids and what is added to their scores. */
  logitBias: Record<string, number>;
  seed: number;
};

export const GREEDY: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  minP: 0,
  typicalP: 1,
  repetitionPenalty: 1,
  frequencyPenalty: 0,
  presencePenalty: 0,
  logitBias: {},
  seed: 0,
};

/** What was written so far; counts of frequency and presence begin at `countFrom`. */
export type History = { ids: readonly number[]; countFrom: number };

export type Sampler = {
  /** Changes `scores` in place to what the choice is made from, and returns the chosen id. */
  choose(scores: Float32Array, history: History): number;
};

/** A seed for a request that gives none. */
export function randomSeed(): number {
  return Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
}

/** A sampler with a generator of its own: equal seeds give equal texts. */
export function createSampler(sampling: Sampling): Sampler {
  const generator = new random.Random(sampling.seed);
  return {
    choose(scores, history) {
      penalise(scores, history, sampling);
      if (sampling.temperature === 0) return highest(scores);
      for (let id = 0; id < scores.length; id += 1) scores[id] = (scores[id] ?? 0) / sampling.temperature;
      narrow(scores, sampling);
      return draw(probabilities(scores), generator.random());
    },
  };
}

function penalise(scores: Float32Array, { ids, countFrom }: History, sampling: Sampling): void {
  if (sampling.repetitionPenalty !== 1) {
    for (const id of new Set(ids)) {
      const score = scores[id] ?? 0;
      scores[id] = score < 0 ? score * sampling.repetitionPenalty : score / sampling.repetitionPenalty;
    }
  }
  if (sampling.frequencyPenalty !== 0 || sampling.presencePenalty !== 0) {
    const counts = new Map<number, number>();
    for (const id of ids.slice(countFrom)) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) {
      scores[id] = (scores[id] ?? 0) - count * sampling.frequencyPenalty - sampling.presencePenalty;
    }
  }
  for (const [id, bias] of Object.entries(sampling.logitBias)) {
    if (Number(id) in scores) scores[Number(id)] = (scores[Number(id)] ?? 0) + bias;
  }
}

/** Takes from the choice what top-k, top-p, min-p and typical-p leave out. */
function narrow(scores: Float32Array, { topK, topP, minP, typicalP }: Sampling): void {
  if (topK > 0 && topK < scores.length) keep(scores, byScore(scores).slice(0, topK));
  if (topP < 1) keep(scores, nucleus(probabilities(scores), byScore(scores), topP));
  if (minP > 0) {
    const shares = probabilities(scores);
    const least = minP * Math.max(...shares);
    keep(
      scores,
      byScore(scores).filter((id) => (shares[id] ?? 0) >= least),
    );
  }
  if (typicalP < 1) {
    const shares = probabilities(scores);
    const entropy = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
    const surprise = (id: number): number => Math.abs(-Math.log(shares[id] ?? 0) - entropy);
    const order = byScore(scores).sort((a, b) => surprise(a) - surprise(b));
    keep(scores, nucleus(shares, order, typicalP));
  }
}

/** Ids of finite scores, highest first. */
function byScore(scores: Float32Array): number[] {
  const ids = [...scores.keys()].filter((id) => (scores[id] ?? 0) > Number.NEGATIVE_INFINITY);
  return ids.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/** The first ids of an order that together have at least `mass`. */
function nucleus(shares: number[], order: number[], mass: number): number[] {
  let sum = 0;
  const end = order.findIndex((id) => {
    sum += shares[id] ?? 0;
    return sum >= mass;
  });
  return end < 0 ? order : order.slice(0, end + 1);
}

function keep(scores: Float32Array, ids: number[]): void {
  const kept = new Set(ids);
  for (let id = 0; id < scores.length; id += 1) if (!kept.has(id)) scores[id] = Number.NEGATIVE_INFINITY;
}

function highest(scores: Float32Array): number {
  let best = 0;
  for (let id = 1; id < scores.length; id += 1) if ((scores[id] ?? 0) > (scores[best] ?? 0)) best = id;
  return best;
}

function probabilities(scores: Float32Array): number[] {
  const top = scores[highest(scores)] ?? 0;
  const powers = Array.from(scores, (score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The id at a point in [0, 1) of the shares laid end to end. */
function draw(shares: number[], point: number): number {
  let left = point;
  let last = 0;
  for (const [id, share] of shares.entries()) {
    if (share === 0) continue;
    last = id;
    left -= share;
    if (left < 0) return id;
  }
  return last;
}
