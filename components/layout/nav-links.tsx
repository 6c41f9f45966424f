"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isCurrent, NAVIGATION } from "./navigation";

const ignore = (): void => undefined;

/** The pages; the one that is open is marked by a bar and for screen readers. */
export function NavLinks({ onNavigate = ignore }: { readonly onNavigate?: () => void }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Pages">
      <ul>
        {NAVIGATION.map((page) => {
          const { href, label, icon: Icon } = page;
          const current = isCurrent(page, pathname);
          return (
            <li key={href}>
              <Link
                href={href}
                onClick={onNavigate}
                aria-current={pathname === href ? "page" : current ? "true" : undefined}
                className={clsx(
                  "flex min-h-8 items-center gap-2.5 border-l-2 pl-3",
                  current
                    ? "border-accent font-medium text-ink"
                    : "border-transparent text-ink-soft hover:border-rule-strong hover:text-ink",
                )}
              >
                <Icon size={15} strokeWidth={1.6} aria-hidden />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
