import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AuthFrame } from "@/components/accounts/auth-frame";

/** The addresses of these pages hold secrets. */
export const metadata: Metadata = { referrer: "same-origin" };

export default function AuthLayout({ children }: { readonly children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>;
}
