import { StatusMark, type Tone } from "@/components/ui/status-mark";
import type { ModelStatus } from "@/server/models/models.schema";

const looks: Record<ModelStatus, { readonly tone: Tone; readonly word: string }> = {
  "not-downloaded": { tone: "neutral", word: "not downloaded" },
  downloading: { tone: "active", word: "downloading" },
  ready: { tone: "good", word: "ready" },
  damaged: { tone: "bad", word: "damaged" },
  missing: { tone: "bad", word: "file missing" },
  unreachable: { tone: "bad", word: "unreachable" },
};

export function ModelStatusMark({ status }: { readonly status: ModelStatus }) {
  const { tone, word } = looks[status];
  return <StatusMark tone={tone}>{word}</StatusMark>;
}
