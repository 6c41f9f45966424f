import type { ReactNode } from "react";

interface PanelSectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** A part of the panel under an h3. */
export function PanelSection({ title, children }: PanelSectionProps) {
  return (
    <section className="mt-5 border-t border-rule pt-2.5">
      <h3 className="mb-1 font-medium">{title}</h3>
      {children}
    </section>
  );
}
