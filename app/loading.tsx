import { SkeletonRows } from "@/components/ui/states";

export default function Loading() {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-8 sm:px-8">
      <SkeletonRows rows={8} />
    </div>
  );
}
