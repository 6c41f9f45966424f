import { VALUE_STEPS } from "./scene";

/** Colours as a canvas takes them, of the theme at this moment. */
export interface Palette {
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly accent: string;
  readonly accentWash: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly danger: string;
  /** Of values from 0 to 1: the fill behind a number, and a line's or a block's colour. */
  readonly fill: readonly string[];
  readonly strong: readonly string[];
  readonly font: string;
}

/**
 * The colour of a value on the amber-to-teal scale, which people with any colour blindness tell apart, through a
 * neutral middle; as CSS of tokens.
 * @param step 0 to `VALUE_STEPS - 1`
 */
export function valueColour(step: number): string {
  const middle = (VALUE_STEPS - 1) / 2;
  const share = Math.round((Math.abs(step - middle) / middle) * 100);
  const end = step < middle ? "rejected" : "chosen";
  return `color-mix(in oklab, var(--color-${end}) ${share}%, var(--color-rule-strong))`;
}

/** The same as a wash under ink: dark numbers on it keep a contrast of 4.5 in both themes. */
export function valueFill(step: number): string {
  return `color-mix(in oklab, ${valueColour(step)} 38%, var(--color-raised))`;
}

/** Reads the tokens as the element has them now. */
export function readPalette(element: HTMLElement): Palette {
  const before = element.style.color;
  const read = (css: string): string => {
    element.style.color = css;
    return getComputedStyle(element).color;
  };
  const token = (name: string): string => read(`var(--color-${name})`);
  const steps = Array.from({ length: VALUE_STEPS }, (_, step) => step);
  const palette = {
    paper: token("paper"),
    raised: token("raised"),
    ink: token("ink"),
    soft: token("ink-soft"),
    faint: token("ink-faint"),
    rule: token("rule"),
    ruleStrong: token("rule-strong"),
    accent: token("accent"),
    accentWash: token("accent-wash"),
    chosen: token("chosen"),
    rejected: token("rejected"),
    danger: token("danger"),
    fill: steps.map((step) => read(valueFill(step))),
    strong: steps.map((step) => read(valueColour(step))),
    font: getComputedStyle(element).fontFamily,
  };
  element.style.color = before;
  return palette;
}
