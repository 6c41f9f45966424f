"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { Button, LinkButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ProblemDetail } from "./types";

export interface NeighbourLinksProps {
  readonly problem: Pick<ProblemDetail, "setId" | "previous" | "next">;
  /** Whether raw text is shown; kept while leafing through. */
  readonly raw: boolean;
}

/** To the problems before and after, also by the arrow keys. */
export function NeighbourLinks({ problem, raw }: NeighbourLinksProps) {
  const router = useRouter();
  const previous = problem.previous === null ? null : addressOf(problem.setId, problem.previous.id, raw);
  const next = problem.next === null ? null : addressOf(problem.setId, problem.next.id, raw);
  useHotkeys("left", () => {
    if (previous !== null) router.push(previous);
  });
  useHotkeys("right", () => {
    if (next !== null) router.push(next);
  });
  return (
    <nav aria-label="Problems before and after" className="flex gap-2">
      <Neighbour href={previous} icon={<ChevronLeft size={16} aria-hidden />}>
        Previous <Kbd>←</Kbd>
      </Neighbour>
      <Neighbour href={next} icon={<ChevronRight size={16} aria-hidden />}>
        Next <Kbd>→</Kbd>
      </Neighbour>
    </nav>
  );
}

const addressOf = (setId: string, problemId: string, raw: boolean) =>
  `/problems/${setId}/${problemId}${raw ? "?raw=true" : ""}` as const;

interface NeighbourProps {
  readonly href: ReturnType<typeof addressOf> | null;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Neighbour({ href, icon, children }: NeighbourProps) {
  return href === null ? (
    <Button disabled icon={icon}>
      {children}
    </Button>
  ) : (
    <LinkButton href={href} icon={icon}>
      {children}
    </LinkButton>
  );
}
