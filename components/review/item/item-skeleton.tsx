/** Keeps the place of an item while it is read: problem, two columns, decision. */
export function ItemSkeleton({ label = "Reading the item" }: { readonly label?: string }) {
  return (
    <output aria-label={label} className="block animate-pulse">
      <div className="border-y border-rule py-4">
        <Line width="w-10/12" />
        <Line width="w-7/12" />
        <Line width="w-32" />
      </div>
      <div className="mt-4 grid gap-6 md:grid-cols-2">
        {["left", "right"].map((side) => (
          <div key={side} className="border-t border-rule pt-2">
            {["w-11/12", "w-9/12", "w-10/12", "w-6/12", "w-8/12", "w-7/12"].map((width) => (
              <Line key={width} width={width} />
            ))}
          </div>
        ))}
      </div>
    </output>
  );
}

function Line({ width }: { readonly width: string }) {
  return <div className={`my-3 h-2.5 rounded-sm bg-rule ${width}`} />;
}
