import { Download, Play } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import type { Overview } from "@/server/runs/overview.service";
import { newRunPath } from "../run-paths";
import { MakeStarterSet } from "./make-starter-set";
import { firstStep } from "./stations";

const ICON = 15;

/** Before there is any run: what is missing, and the one button that brings the first run nearer. */
export function FirstRun({ overview }: { readonly overview: Overview }) {
  const step = firstStep(overview);
  if (step === null) return null;
  if (step === "model") {
    return (
      <Step
        title="First, a model"
        text="The default policy is a 0.5B model of about 490 MB that runs on this machine; a file or a server of your own does too."
      >
        <LinkButton variant="primary" href="/models" icon={<Download size={ICON} aria-hidden />}>
          Choose a model
        </LinkButton>
      </Step>
    );
  }
  if (step === "problems") {
    return (
      <Step
        title="Next, problems to solve"
        text="A starter set of word problems is made on the spot, with exact answers. Your own files can be imported instead."
      >
        <MakeStarterSet />
        <LinkButton href="/problems">Import a file</LinkButton>
      </Step>
    );
  }
  return (
    <Step
      title="All is ready for the first run"
      text="The quick settings take few problems and few samples; the first pairs come within minutes."
    >
      <LinkButton
        variant="primary"
        href={newRunPath({ preset: "quick" })}
        icon={<Play size={ICON} aria-hidden />}
      >
        Start the first run
      </LinkButton>
    </Step>
  );
}

interface StepProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Step({ title, text, children }: StepProps) {
  return (
    <section className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3 border-l-2 border-accent bg-accent-wash px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-serif text-lg font-semibold">{title}</h2>
        <p className="max-w-prose text-ink-soft">{text}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  );
}
