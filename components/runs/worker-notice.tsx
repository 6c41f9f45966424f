import { Code } from "@/components/ui/raw-text";

/** Said wherever a person waits for a worker that is not there. */
export function WorkerNotice() {
  return (
    <output className="mb-6 block border-l-2 border-rejected bg-rejected-wash px-3 py-2">
      <span className="block font-medium">No worker is running, so no run moves.</span>
      <span className="block text-ink-soft">
        <Code>npm start</Code> starts it together with these pages. Runs then go on where they were.
      </span>
    </output>
  );
}
