import type { Metadata } from "next";
import Link from "next/link";
import { HistoryPage } from "@/components/review/history/history-page";
import { reviewPath } from "@/components/review/paths";
import { PageHeader } from "@/components/ui/page";

export const metadata: Metadata = { title: "Review history" };

export default function ReviewHistoryPage() {
  return (
    <>
      <PageHeader
        above={
          <Link href={reviewPath()} className="link">
            Review
          </Link>
        }
        title="Review history"
        lede="Nothing is ever overwritten: undo and redo are acts of their own, and work after a reload too."
      />
      <HistoryPage />
    </>
  );
}
