import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";

export default function WorkbenchLayout({ children }: { readonly children: ReactNode }) {
  return <Shell>{children}</Shell>;
}
