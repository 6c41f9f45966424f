"use client";

import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { goToSignIn } from "@/components/accounts/go-to-sign-in";
import { TRPCReactProvider } from "@/components/trpc/provider";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";

/** What every page needs around it, once. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <TRPCReactProvider onSignedOut={goToSignIn}>
        <NuqsAdapter>
          <TooltipProvider delay={250}>{children}</TooltipProvider>
        </NuqsAdapter>
        <Toaster />
      </TRPCReactProvider>
    </ThemeProvider>
  );
}
