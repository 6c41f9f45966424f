"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  { href: "/leaderboard", label: "Leaderboard" },
  { href: "/evaluations", label: "Evaluations" },
  { href: "/leaderboard/compare", label: "Compare" },
  { href: "/evaluations/graders", label: "Graders" },
] as const;

/** From one page about what models are worth to another. */
export function EvaluationsNav() {
  const pathname = usePathname();
  // The longest address that holds the page: the comparison lies under the leaderboard.
  const here = PAGES.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)
    .at(0)?.href;
  return (
    <nav aria-label="Evaluation" className="mb-6 border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {PAGES.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? "page" : href === here ? "true" : undefined}
              className={clsx(
                "flex min-h-9 items-center border-b-2",
                href === here
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
