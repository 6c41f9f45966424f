"use client";

import { useEffect } from "react";
import { titleWith } from "./notice-words";

/** Keeps the unread count before the document's title, also when a page brings its own. */
export function useTitleCount(unread: number): void {
  useEffect(() => {
    const update = (): void => {
      const title = titleWith(unread, document.title);
      if (title !== document.title) document.title = title;
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  }, [unread]);
}
