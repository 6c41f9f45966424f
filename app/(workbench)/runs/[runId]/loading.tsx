import { SkeletonRows } from "@/components/ui/states";

export default function RunLoading() {
  return <SkeletonRows rows={12} label="Reading the run" />;
}
