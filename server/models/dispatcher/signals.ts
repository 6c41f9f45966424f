/** Calls by the signal that takes them back. */
export interface WatchedSignals<T> {
  watch(signal: AbortSignal, call: T): void;
  unwatch(signal: AbortSignal, call: T): void;
}

/** One listener a signal, however many calls wait on it: taking a listener off a signal costs time for each one on it. */
export function watchSignals<T>(onAbort: (call: T) => void): WatchedSignals<T> {
  const watched = new Map<AbortSignal, { readonly calls: Set<T>; readonly listen: () => void }>();

  function begin(signal: AbortSignal): Set<T> {
    const calls = new Set<T>();
    const listen = (): void => {
      watched.delete(signal);
      for (const call of calls) onAbort(call);
    };
    watched.set(signal, { calls, listen });
    signal.addEventListener("abort", listen, { once: true });
    return calls;
  }

  return {
    watch(signal, call) {
      (watched.get(signal)?.calls ?? begin(signal)).add(call);
    },
    unwatch(signal, call) {
      const entry = watched.get(signal);
      if (entry === undefined) return;
      entry.calls.delete(call);
      if (entry.calls.size > 0) return;
      watched.delete(signal);
      signal.removeEventListener("abort", entry.listen);
    },
  };
}
