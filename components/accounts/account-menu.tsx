"use client";

import { Menu } from "@base-ui/react/menu";
import { useMutation } from "@tanstack/react-query";
import { CircleUser, LogOut, ScrollText, UserRound, UsersRound } from "lucide-react";
import Link from "next/link";
import { toast } from "@/components/ui/toaster";
import { signOut } from "./auth-requests";
import { ROLE_NAMES } from "./role-words";
import { useMe } from "./use-me";

const itemClass =
  "flex min-h-9 cursor-pointer items-center gap-2.5 px-3 text-ink-soft outline-none data-highlighted:bg-accent-wash data-highlighted:text-ink lg:min-h-8";

/** Who I am, in the shell; opened, what I can do about it. */
export function AccountMenu() {
  const { me, can } = useMe();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: (refused) => {
      if (refused === null) window.location.assign("/sign-in");
      else toast.error(refused.message);
    },
  });
  if (me === null) return null;
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={`${me.name}, ${ROLE_NAMES[me.role].toLowerCase()}: account menu`}
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded-sm px-2 text-sm text-ink-soft hover:bg-accent-wash hover:text-accent lg:h-7 lg:justify-start"
      >
        <CircleUser size={15} strokeWidth={1.6} aria-hidden className="shrink-0" />
        <span className="min-w-0 truncate max-lg:sr-only" aria-hidden>
          {me.name}
        </span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="top" align="start" sideOffset={6} collisionPadding={8} className="z-50">
          <Menu.Popup className="w-60 max-w-[calc(100vw-1rem)] rounded-md border border-rule-strong bg-raised pb-1 text-ink">
            <div className="border-b border-rule px-3 py-2">
              <p className="font-medium wrap-anywhere">{me.name}</p>
              <p className="text-sm text-ink-soft">
                {ROLE_NAMES[me.role]}
                {me.signsIn ? "" : ", without a password on this machine"}
              </p>
            </div>
            <Menu.LinkItem className={itemClass} closeOnClick render={<Link href="/settings/account" />}>
              <UserRound size={15} strokeWidth={1.6} aria-hidden />
              Your account
            </Menu.LinkItem>
            {can("admin") ? (
              <>
                <Menu.LinkItem className={itemClass} closeOnClick render={<Link href="/settings/people" />}>
                  <UsersRound size={15} strokeWidth={1.6} aria-hidden />
                  People
                </Menu.LinkItem>
                <Menu.LinkItem className={itemClass} closeOnClick render={<Link href="/settings/audit" />}>
                  <ScrollText size={15} strokeWidth={1.6} aria-hidden />
                  Audit log
                </Menu.LinkItem>
              </>
            ) : null}
            {me.signsIn ? (
              <Menu.Item
                className={itemClass}
                onClick={() => {
                  leave.mutate();
                }}
              >
                <LogOut size={15} strokeWidth={1.6} aria-hidden />
                Sign out
              </Menu.Item>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
