import { Code } from "@/components/ui/raw-text";

/** Said wherever a person waits for a worker that is not there. */
export function WorkerNotice() {
  return (
    <div role="status" className="mb-6 border-l-2 border-rejected bg-rejected-wash px-3 py-2">
      <p className="font-medium">No worker is running, so no run moves.</p>
      <p className="text-ink-soft">
        <Code>npm start</Code> starts it together with these pages. Runs then go on where they were.
      </p>
    </div>
  );
}
