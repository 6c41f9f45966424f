import Link from "next/link";
import { UNKNOWN } from "@/components/ui/format";
import { KeyValueList, Section } from "@/components/ui/page";
import { Code } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { SetKindBadge } from "./set-kind";
import type { ProblemDetail } from "./types";

/** Where a problem comes from, and where else the same statement is. */
export function ProblemFacts({ problem }: { readonly problem: ProblemDetail }) {
  return (
    <Section title="Where it comes from">
      <KeyValueList
        items={[
          { key: "Use", value: <SetKindBadge kind={problem.set.kind} /> },
          { key: "Level", value: problem.level ?? UNKNOWN },
          { key: "Subject", value: problem.subject ?? UNKNOWN },
          { key: "Source", value: problem.source ?? UNKNOWN },
          { key: "Same statement in", value: <Twins twins={problem.twins} /> },
          {
            key: "Fingerprint",
            label: "Fingerprint of the statement",
            value: <Code>{problem.fingerprint}</Code>,
          },
        ]}
      />
    </Section>
  );
}

function Twins({ twins }: Pick<ProblemDetail, "twins">) {
  if (twins.length === 0) return <>no other set</>;
  return (
    <ul>
      {twins.map((twin) => (
        <li key={twin.problemId} className="flex flex-wrap gap-x-2">
          <Link href={`/problems/${twin.setId}/${twin.problemId}`} className="link">
            {twin.setName}, {twin.externalId}
          </Link>
          {twin.kind === "benchmark" ? <StatusMark tone="warning">benchmark</StatusMark> : null}
        </li>
      ))}
    </ul>
  );
}
