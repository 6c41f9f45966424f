"use client";

import { useMemo, type ReactNode } from "react";
import Markdown, { type Components, type ExtraProps } from "react-markdown";
import { MathTokens } from "@/components/math";
import { SafeText } from "@/components/ui/raw-text";
import { hideFormulas, showRaw, splitAtFormulas, type HiddenFormulas } from "./guidelines-markdown";

/** Pictures would ask other hosts for something. */
const UNWANTED = ["img"];

/**
 * Markdown with its mathematics drawn: headings, lists, emphasis, links, code, quotes. HTML in it stays text, pictures
 * are left out, links open apart.
 */
export function GuidelinesText({ markdown }: { readonly markdown: string }) {
  const hidden = useMemo(() => hideFormulas(markdown), [markdown]);
  const components = useMemo(() => componentsFor(hidden.formulas), [hidden]);
  return (
    <div className="prose-math [&_blockquote]:border-l-2 [&_blockquote]:border-rule-strong [&_blockquote]:pl-3 [&_li]:my-0.5 [&_ol]:my-2 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:my-2 [&_pre]:overflow-x-auto [&_pre]:bg-sunken [&_pre]:p-2 [&_ul]:my-2 [&_ul]:list-disc [&_ul]:pl-6">
      <Markdown disallowedElements={UNWANTED} unwrapDisallowed components={components}>
        {hidden.markdown}
      </Markdown>
    </div>
  );
}

type Formulas = HiddenFormulas["formulas"];
type Part = { readonly children?: ReactNode } & ExtraProps;

/** Each element whose words may hold formulas draws them. */
function componentsFor(formulas: Formulas): Components {
  const draw = (children: ReactNode): ReactNode => withFormulas(children, formulas);
  return {
    // The panel has its own heading: those of the text stand below it.
    h1: ({ children }: Part) => <h3 className="mt-4 mb-1 text-lg font-semibold">{draw(children)}</h3>,
    h2: ({ children }: Part) => <h4 className="mt-4 mb-1 font-semibold">{draw(children)}</h4>,
    h3: ({ children }: Part) => <h5 className="mt-3 font-semibold">{draw(children)}</h5>,
    h4: ({ children }: Part) => <h6 className="mt-3 font-semibold">{draw(children)}</h6>,
    h5: ({ children }: Part) => <p className="font-semibold">{draw(children)}</p>,
    h6: ({ children }: Part) => <p className="font-semibold">{draw(children)}</p>,
    p: ({ children }: Part) => <p>{draw(children)}</p>,
    li: ({ children }: Part) => <li>{draw(children)}</li>,
    em: ({ children }: Part) => <em>{draw(children)}</em>,
    strong: ({ children }: Part) => <strong className="font-semibold">{draw(children)}</strong>,
    a: ({ children, href }: Part & { readonly href?: string | undefined }) => (
      <a href={href} target="_blank" rel="noreferrer" className="link">
        {draw(children)}
      </a>
    ),
    code: ({ children }: Part) => (
      <code className="font-mono text-sm">
        {typeof children === "string" ? showRaw(children, formulas) : children}
      </code>
    ),
  };
}

function withFormulas(children: ReactNode, formulas: Formulas): ReactNode {
  if (Array.isArray(children)) return children.map((child: ReactNode) => withFormulas(child, formulas));
  if (typeof children !== "string") return children;
  return splitAtFormulas(children).map((part, index) => {
    if (typeof part === "string") return <SafeText key={index} text={part} />;
    const formula = formulas[part];
    return formula === undefined ? null : (
      <MathTokens key={index} tokens={[{ kind: "formula", ...formula }]} />
    );
  });
}
