import type { Activity, NotScaledReason, Policy, Reading, ScalingRules } from "./policy";
import { SteppingWindow } from "./stepping";
import { TrackingWindow, type Wish } from "./tracking";

type Follower = TrackingWindow | SteppingWindow;
type Asked = { follower: Follower; wish: NonNullable<Wish> };

/**
 * Application Auto Scaling for one variant, a minute at a time: readings go in, a wanted capacity and activities come
 * out. Who runs it changes the instances. The emulator and the replay of past traffic both use this one.
 */
export class Scaler {
  #rules: ScalingRules;
  readonly #followers: readonly Follower[];
  /** Those that look at ten seconds as well. */
  readonly #quick: readonly TrackingWindow[];
  /** `base`: the capacity before it, or before the first of several within one cooldown. */
  #lastOut: { minute: number; cooldown: number; policy: string; base: number; capacity: number } | null = null;
  #lastIn: { minute: number; cooldown: number } | null = null;
  #said: string | null = null;

  constructor(rules: ScalingRules) {
    this.#rules = rules;
    this.#followers = rules.policies.map(followerOf);
    this.#quick = this.#followers.filter((follower) => follower instanceof TrackingWindow).filter(isHighResolution);
  }

  /** Other bounds, by a person or a scheduled action. */
  setBounds(min: number, max: number): void {
    this.#rules = { ...this.#rules, min, max };
  }

  /** Brings a capacity outside the bounds inside them, whatever cooldown there is; null: nothing to do, or not yet. */
  enforceBounds(minute: number, capacity: number, isChanging: boolean): Activity | null {
    const { min, max } = this.#rules;
    if (isChanging || (capacity >= min && capacity <= max)) return null;
    return this.#change(minute, "bounds", capacity, Math.min(max, Math.max(min, capacity)));
  }

  /** Takes a minute's readings without acting on them: what was before the rules were there. */
  observe(minute: number, read: (metric: string, minute: number) => Reading, capacity: number): void {
    for (const follower of this.#followers) follower.push(read(metricOf(follower.policy), minute), capacity);
  }

  /**
   * One minute, decided at its end. `capacity` is what serves; `isChanging`: instances are still coming or going, and
   * SageMaker takes no further change until they are there.
   */
  tick(
    minute: number,
    read: (metric: string, minute: number) => Reading,
    capacity: number,
    isChanging: boolean,
  ): Activity | null {
    const asked: Asked[] = [];
    for (const follower of this.#followers) {
      const { policy } = follower;
      const wish = follower.push(
        read(metricOf(policy), minute),
        capacity,
        this.#baseOf(policy.name, minute) ?? capacity,
      );
      if (wish) asked.push({ follower, wish });
    }
    const moved = this.enforceBounds(minute, capacity, isChanging);
    if (moved) return moved;
    return this.#decide(minute, asked, capacity, isChanging);
  }

  /**
   * Ten seconds, decided at their end: high-resolution tracking alone takes part, and only adds. `at` is in minutes, on
   * the scale of `tick`, whose minute ends when its number plus one begins.
   */
  tickQuick(at: number, read: (metric: string) => Reading, capacity: number, isChanging: boolean): Activity | null {
    const asked: Asked[] = [];
    for (const follower of this.#quick) {
      const wish = follower.pushQuick(read(follower.policy.metric), capacity);
      if (wish) asked.push({ follower, wish });
    }
    return asked.length > 0 ? this.#decide(at, asked, capacity, isChanging) : null;
  }

  #decide(minute: number, asked: readonly Asked[], capacity: number, isChanging: boolean): Activity | null {
    const { min, max } = this.#rules;
    const chosen = this.#choose(minute, asked);
    if (!chosen) {
      // What a quick alarm still asks for has been told; everything else may be told anew.
      if (!this.#quick.some(({ isHigh }) => isHigh)) this.#said = null;
      return null;
    }
    const policy = chosen.follower.policy;
    const to = Math.min(max, Math.max(min, chosen.wish.capacity));
    const reason = isChanging
      ? "TargetServicePutResourceAsUnscalable"
      : reasonFor(chosen.wish, capacity, to, this.#rules);
    if (reason) return this.#refuse(minute, policy.name, capacity, to, reason);
    if (chosen.wish.direction === "out") {
      const base = this.#baseOf(policy.name, minute) ?? capacity;
      this.#lastOut = { minute, cooldown: outCooldown(policy), policy: policy.name, base, capacity: to };
      this.#lastIn = null;
    } else {
      this.#lastIn = { minute, cooldown: inCooldown(policy) };
    }
    return this.#change(minute, policy.name, capacity, to);
  }

  /** Any policy may scale out, the largest wish counts. In goes only what all tracking policies agree to. */
  #choose(minute: number, asked: readonly Asked[]): Asked | null {
    const outs = this.#rules.isOutSuspended ? [] : asked.filter(({ wish }) => wish.direction === "out");
    const out = largest(outs);
    // Within its cooldown only a larger scale-out counts; what came before is part of it.
    if (out) return this.#isOutBlocked(minute, out.wish.capacity) ? null : out;
    if (this.#rules.isInSuspended || this.#isInBlocked(minute)) return null;
    const agrees = this.#followers.every(
      (follower) => follower instanceof SteppingWindow || follower.policy.isScaleInDisabled || follower.isLow,
    );
    return agrees ? largest(asked.filter(({ wish }) => wish.direction === "in")) : null;
  }

  #isOutBlocked(minute: number, capacity: number): boolean {
    const last = this.#outUnderCooldown(minute);
    return last !== null && capacity <= last.capacity;
  }

  /** What there was before a policy's scale-out whose cooldown lasts. */
  #baseOf(policy: string, minute: number): number | null {
    const last = this.#outUnderCooldown(minute);
    return last?.policy === policy ? last.base : null;
  }

  #outUnderCooldown(minute: number) {
    const last = this.#lastOut;
    return last !== null && minute - last.minute < last.cooldown ? last : null;
  }

  #isInBlocked(minute: number): boolean {
    return this.#lastIn !== null && minute - this.#lastIn.minute < this.#lastIn.cooldown;
  }

  #change(minute: number, policy: string, from: number, to: number): Activity {
    this.#said = null;
    return { minute, policy, from, to, reason: null };
  }

  /** A reason is told once, not in each minute that it lasts. */
  #refuse(minute: number, policy: string, from: number, to: number, reason: NotScaledReason): Activity | null {
    const said = `${policy} ${reason}`;
    if (this.#said === said) return null;
    this.#said = said;
    return { minute, policy, from, to, reason };
  }
}

function isHighResolution({ policy }: TrackingWindow): boolean {
  return policy.isHighResolution ?? false;
}

function followerOf(policy: Policy): Follower {
  return policy.kind === "step" ? new SteppingWindow(policy) : new TrackingWindow(policy);
}

function largest(asked: readonly Asked[]): Asked | null {
  let found: Asked | null = null;
  for (const each of asked) if (!found || each.wish.capacity > found.wish.capacity) found = each;
  return found;
}

function reasonFor(
  { direction, capacity: wanted }: NonNullable<Wish>,
  capacity: number,
  to: number,
  { min, max }: ScalingRules,
): NotScaledReason | null {
  if (direction === "out") return to > capacity ? null : capacity >= max ? "AlreadyAtMaxCapacity" : null;
  if (to < capacity) return null;
  if (capacity <= min) return "AlreadyAtMinCapacity";
  return wanted >= capacity ? "AutoScalingAnticipatedFlapping" : null;
}

const metricOf = (policy: Policy) => (policy.kind === "step" ? policy.alarm.metric : policy.metric);
const outCooldown = (policy: Policy) =>
  policy.kind === "step" ? policy.cooldownMinutes : policy.scaleOutCooldownMinutes;
const inCooldown = (policy: Policy) =>
  policy.kind === "step" ? policy.cooldownMinutes : policy.scaleInCooldownMinutes;
