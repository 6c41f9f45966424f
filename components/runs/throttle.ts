/**
 * Runs `action` at once and then at most once in `ms`; a call that came too early runs it at the end of the
 * wait, so that the last one is never lost.
 */
export function throttle(action: () => void, ms: number): () => void {
  let waiting = false;
  let again = false;
  const run = (): void => {
    waiting = true;
    again = false;
    setTimeout(() => {
      waiting = false;
      if (again) run();
    }, ms);
    action();
  };
  return () => {
    if (waiting) again = true;
    else run();
  };
}
