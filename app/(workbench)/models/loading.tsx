import { SkeletonRows } from "@/components/ui/states";

export default function Loading() {
  return <SkeletonRows rows={4} rowHeight="5.5rem" label="Loading the models" />;
}
