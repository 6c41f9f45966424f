/** The mark: a sphere drawn by three meridians, one for each stage. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} fill="none" strokeWidth="2" aria-hidden>
      <g transform="rotate(23 16 16)">
        <ellipse className="stroke-stage-1" cx="16" cy="16" rx="13.2" ry="13.8" />
        <ellipse className="stroke-stage-2" cx="16" cy="16" rx="9.6" ry="13.8" />
        <ellipse className="stroke-stage-3" cx="16" cy="16" rx="3.6" ry="13.8" />
      </g>
    </svg>
  );
}
