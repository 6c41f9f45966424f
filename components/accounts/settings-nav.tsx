"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useMe } from "./use-me";

const PAGES = [
  { href: "/settings/account", label: "Your account", role: "reader" },
  { href: "/settings/people", label: "People", role: "admin" },
  { href: "/settings/audit", label: "Audit log", role: "admin" },
] as const;

/** From one page of the settings to another; only those that the person may read. */
export function SettingsNav() {
  const pathname = usePathname();
  const { can } = useMe();
  return (
    <nav aria-label="Settings" className="mb-6 border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {PAGES.filter(({ role }) => can(role)).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className={clsx(
                "flex min-h-9 items-center border-b-2",
                pathname === href
                  ? "border-accent font-medium text-ink"
                  : "border-transparent text-ink-soft hover:border-rule-strong hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
