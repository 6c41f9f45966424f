/** A key: `<Kbd>Ctrl</Kbd>`. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-rule-strong px-1 text-center font-sans text-xs text-ink-soft">
      {children}
    </kbd>
  );
}
