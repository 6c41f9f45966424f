import type { Rng } from "@/server/foundation/rng";

const MAKERS = [
  () => "(".repeat(5_000) + "[{".repeat(2_500),
  () => "Step 1: \uD83D lone \uDE00 surrogates \uD800\uD800 end.\n\nStep 2: $\\boxed{\uDFFF}$",
  () => "<html><body><script>alert(1)</script><h1>502 Bad Gateway</h1></body></html>",
  () => "Step 1: and so on and so on. ".repeat(400),
  () => "",
  () => "\n\n\n\u0000\u200B",
  () => `${"\\frac{1}{".repeat(500)} \\begin{align} $$ \\boxed{`,
] as const;

/** Texts that broken models and servers have sent: brackets, bad Unicode, HTML, endless repetition, nothing. */
export function writeGarbage(rng: Rng): string {
  return (MAKERS[Math.floor(rng() * MAKERS.length)] ?? MAKERS[0])();
}
