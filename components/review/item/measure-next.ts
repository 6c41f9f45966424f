const DECIDED = "review: decided";
/** Name of the browser's measure (`performance.getEntriesByName`): from a decision to the next item drawn, in milliseconds. */
export const NEXT_DRAWN = "review: decision to next item";

export function markDecided(): void {
  performance.mark(DECIDED);
}

/** Called when the next item is in the page: measures up to the frame that shows it. */
export function measureNextDrawn(): void {
  if (performance.getEntriesByName(DECIDED).length === 0) return;
  requestAnimationFrame(() => {
    // A task after the frame's callbacks: by then it is painted.
    setTimeout(() => {
      if (performance.getEntriesByName(DECIDED).length === 0) return;
      performance.measure(NEXT_DRAWN, DECIDED);
      performance.clearMarks(DECIDED);
    }, 0);
  });
}
