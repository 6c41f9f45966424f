"use client";

import { useSyncExternalStore } from "react";

export type Permission = NotificationPermission | "unsupported";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Browsers have notifications on secure pages only. */
function current(): Permission {
  return "Notification" in globalThis ? Notification.permission : "unsupported";
}

/** Whether the browser may show notifications of its own. */
export function usePermission(): Permission {
  return useSyncExternalStore(subscribe, current, () => "unsupported");
}

/** Asks; only ever at a person's click. */
export async function askPermission(): Promise<void> {
  await Notification.requestPermission();
  for (const listener of listeners) listener();
}
