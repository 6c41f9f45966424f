import type { ReactNode } from "react";
import { Mark } from "@/components/layout/mark";
import { ThemeSwitch } from "@/components/layout/theme-switch";

/** Around the pages that one sees before one is in. */
export function AuthFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-8 sm:py-16">
      <p className="inline-flex items-center gap-2.5 font-serif text-lg font-semibold">
        <Mark />
        SPHERE Workbench
      </p>
      <main id="main" className="mt-10 flex-1">
        {children}
      </main>
      <div className="mt-10 w-40">
        <ThemeSwitch />
      </div>
    </div>
  );
}
