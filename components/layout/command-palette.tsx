"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useHotkeys } from "react-hotkeys-hook";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { ACTIONS, NAVIGATION } from "./navigation";

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const itemClass =
  "flex min-h-9 cursor-pointer items-center gap-2.5 px-4 text-ink-soft data-[selected=true]:bg-accent-wash data-[selected=true]:text-ink";

/** Ctrl K (or Cmd K): every page and the last runs, by a few letters. */
export function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  const router = useRouter();
  const { can } = useMe();
  const pages = [...NAVIGATION, ...ACTIONS].filter(({ role }) => role === undefined || can(role));
  const trpc = useTRPC();
  const { data: recentRuns = [] } = useQuery({ ...trpc.runs.recent.queryOptions(), enabled: open });
  useHotkeys(
    "mod+k",
    () => {
      onOpenChange(!open);
    },
    { preventDefault: true, enableOnFormTags: true },
  );
  function go(href: Route) {
    onOpenChange(false);
    router.push(href);
  }
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 rounded-md border border-rule-strong bg-raised text-ink">
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Command label="Go to" loop>
            <div className="flex items-center gap-2.5 border-b border-rule px-4 has-focus-visible:border-accent">
              <Search size={15} aria-hidden className="text-ink-faint" />
              <Command.Input
                placeholder="Go to a page or a run"
                className="h-11 w-full bg-transparent text-base outline-none"
              />
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto py-1.5 [&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint">
              <Command.Empty className="px-4 py-6 text-ink-soft">
                No page and no recent run has that name.
              </Command.Empty>
              <Command.Group heading="Pages">
                {pages.map(({ href, label, icon: Icon, keywords }) => (
                  <Command.Item
                    key={href}
                    value={href}
                    keywords={[label, ...keywords]}
                    onSelect={() => {
                      go(href);
                    }}
                    className={itemClass}
                  >
                    <Icon size={15} strokeWidth={1.6} aria-hidden />
                    {label}
                  </Command.Item>
                ))}
              </Command.Group>
              {recentRuns.length === 0 ? null : (
                <Command.Group heading="Last runs">
                  {recentRuns.map((run) => (
                    <Command.Item
                      key={run.id}
                      value={run.id}
                      keywords={[run.name, run.status]}
                      onSelect={() => {
                        onOpenChange(false);
                        router.push(`/runs/${run.id}`);
                      }}
                      className={itemClass}
                    >
                      <span className="min-w-0 flex-1 truncate">
                        <bdi>{run.name}</bdi>
                      </span>
                      <span className="text-sm text-ink-faint">{run.status}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
