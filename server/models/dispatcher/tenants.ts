import type { Load, TenantLimits } from "./dispatcher-types";

/** What a sample is taken to cost before any of the tenant's was answered. */
const FIRST_GUESS_TOKENS = 128;
/** Weight of the newest answer in the running mean of tokens a sample. */
const NEWEST = 0.1;

/** A run or an evaluation, as one of those that share an engine. */
export interface Tenant {
  readonly name: string;
  share: number;
  maxInFlight: number | null;
  samplesInFlight: number;
  callsWaiting: number;
  samplesWaiting: number;
  /** Tokens generated for it, divided by its share: whoever has least is next. Those charged in advance are part of it. */
  used: number;
  /** Charged in advance, for samples in flight. */
  charged: number;
  tokensPerSample: number;
}

/**
 * Start-time fair queueing over generated tokens: a call is charged what its samples usually cost when it is sent, and what they
 * did cost once it is answered, so that tenants with long and with short samples get equal parts of the engine.
 */
export interface Tenants {
  named(name: string): Tenant;
  setLimits(name: string, limits: TenantLimits): void;
  /** @returns the tenant, or null where it still has work or is not known */
  forget(name: string): Tenant | null;
  isBusy(): boolean;
  callsWaiting(): number;
  loadOf(name: string): Load;
  /** Samples that the tenant may have sent beyond those in flight. A call larger than its limit goes alone. */
  room(tenant: Tenant): number;
  arrived(tenant: Tenant, samples: number): void;
  left(tenant: Tenant, samples: number): void;
  sent(tenant: Tenant, samples: number): Charge;
  /** Replaces the charge by what was generated; null where nothing is. */
  answered(charge: Charge, tokens: number | null): void;
  failed(charge: Charge): void;
  /** Part of the engine that it should have now, in (0, 1]: of those that have work. */
  partOf(tenant: Tenant): number;
}

interface Charge {
  readonly tenant: Tenant;
  readonly samples: number;
  readonly charged: number;
}

export function createTenants(): Tenants {
  const tenants = new Map<string, Tenant>();
  /** Of anybody's samples, for tenants of which nothing was answered yet. */
  let usualTokens = FIRST_GUESS_TOKENS;
  const hasWork = (one: Tenant): boolean => one.samplesInFlight > 0 || one.callsWaiting > 0;

  function named(name: string): Tenant {
    const known = tenants.get(name);
    if (known !== undefined) return known;
    const tenant: Tenant = {
      name,
      share: 1,
      maxInFlight: null,
      samplesInFlight: 0,
      callsWaiting: 0,
      samplesWaiting: 0,
      used: 0,
      charged: 0,
      tokensPerSample: usualTokens,
    };
    tenants.set(name, tenant);
    return tenant;
  }

  return {
    named,
    setLimits(name, { share, maxInFlight }) {
      const tenant = named(name);
      if (share !== undefined) tenant.share = share;
      if (maxInFlight !== undefined) tenant.maxInFlight = maxInFlight;
    },
    forget(name) {
      const tenant = tenants.get(name);
      if (tenant === undefined || hasWork(tenant)) return null;
      tenants.delete(name);
      return tenant;
    },
    isBusy: () => [...tenants.values()].some(hasWork),
    callsWaiting: () => [...tenants.values()].reduce((sum, { callsWaiting }) => sum + callsWaiting, 0),
    loadOf(name) {
      const tenant = tenants.get(name);
      return { inFlight: tenant?.samplesInFlight ?? 0, waiting: tenant?.callsWaiting ?? 0 };
    },
    room({ maxInFlight, samplesInFlight }) {
      if (maxInFlight === null) return Infinity;
      return samplesInFlight === 0 && maxInFlight > 0 ? Infinity : maxInFlight - samplesInFlight;
    },
    arrived(tenant, samples) {
      // Whoever had no work cannot save up for later.
      if (!hasWork(tenant)) {
        const busy = [...tenants.values()].filter(hasWork);
        const least = Math.min(...busy.map(({ used, charged }) => used - charged));
        if (Number.isFinite(least)) tenant.used = Math.max(tenant.used, least);
      }
      tenant.callsWaiting += 1;
      tenant.samplesWaiting += samples;
    },
    left(tenant, samples) {
      tenant.callsWaiting -= 1;
      tenant.samplesWaiting -= samples;
    },
    sent(tenant, samples) {
      const charged = (samples * tenant.tokensPerSample) / tenant.share;
      tenant.used += charged;
      tenant.charged += charged;
      tenant.samplesInFlight += samples;
      return { tenant, samples, charged };
    },
    answered({ tenant, samples, charged }, tokens) {
      tenant.charged -= charged;
      if (tokens === null) return;
      tenant.used += tokens / tenant.share - charged;
      const mean = tokens / samples;
      tenant.tokensPerSample += NEWEST * (mean - tenant.tokensPerSample);
      usualTokens += NEWEST * (mean - usualTokens);
    },
    failed({ tenant, charged }) {
      tenant.charged -= charged;
      tenant.used -= charged;
    },
    partOf(tenant) {
      const others = [...tenants.values()].filter((one) => one !== tenant && hasWork(one));
      return tenant.share / others.reduce((sum, { share }) => sum + share, tenant.share);
    },
  };
}
