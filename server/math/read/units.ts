import { dictionary } from "./dictionary";
import type { Rational } from "../exact/rational";
import { divide, fraction, integer, multiply, ONE, power } from "../exact/rational";

/** What a unit measures, such as `length^2`, and its size in the base unit of that kind. */
export interface Unit {
  readonly dimension: string;
  readonly size: Rational;
}

interface Entry {
  readonly kind: string;
  readonly size: Rational;
  readonly names: string;
}

const ENTRIES: readonly Entry[] = [
  { kind: "length", size: fraction(1n, 1000n), names: "mm millimeter millimeters millimetre millimetres" },
  { kind: "length", size: fraction(1n, 100n), names: "cm cms centimeter centimeters centimetre centimetres" },
  { kind: "length", size: ONE, names: "m meter meters metre metres" },
  { kind: "length", size: integer(1000), names: "km kms kilometer kilometers kilometre kilometres" },
  { kind: "length", size: fraction(254n, 10_000n), names: "in inch inches" },
  { kind: "length", size: fraction(3048n, 10_000n), names: "ft foot feet" },
  { kind: "length", size: fraction(9144n, 10_000n), names: "yd yds yard yards" },
  { kind: "length", size: fraction(1_609_344n, 1000n), names: "mi mile miles" },
  { kind: "time", size: ONE, names: "s sec secs second seconds" },
  { kind: "time", size: integer(60), names: "min mins minute minutes" },
  { kind: "time", size: integer(3600), names: "h hr hrs hour hours" },
  { kind: "time", size: integer(86_400), names: "day days" },
  { kind: "time", size: integer(604_800), names: "week weeks" },
  { kind: "years", size: ONE, names: "year years yr yrs" },
  { kind: "years", size: fraction(1n, 12n), names: "month months" },
  { kind: "mass", size: fraction(1n, 1000n), names: "mg milligram milligrams" },
  { kind: "mass", size: ONE, names: "g gram grams" },
  { kind: "mass", size: integer(1000), names: "kg kgs kilogram kilograms" },
  { kind: "weight", size: ONE, names: "oz ounce ounces" },
  { kind: "weight", size: integer(16), names: "lb lbs pound pounds" },
  { kind: "volume", size: fraction(1n, 1000n), names: "ml mL milliliter milliliters millilitre millilitres" },
  { kind: "volume", size: ONE, names: "l L liter liters litre litres" },
  { kind: "liquid", size: ONE, names: "gallon gallons" },
  { kind: "money", size: fraction(1n, 100n), names: "cent cents" },
  { kind: "money", size: ONE, names: "dollar dollars usd USD buck bucks" },
  { kind: "angle", size: ONE, names: "degree degrees deg °" },
  { kind: "radian", size: ONE, names: "radian radians rad" },
];

const KNOWN: ReadonlyMap<string, Unit> = new Map(
  ENTRIES.flatMap(({ kind, size, names }) =>
    names.split(" ").map((name) => [name, { dimension: kind, size }] as const),
  ),
);

const POWERS: ReadonlyMap<string, number> = dictionary({
  square: 2,
  squared: 2,
  sq: 2,
  cubic: 3,
  cubed: 3,
  cu: 3,
});

/**
 * A unit as written (`square feet`, `cm^2`, `km/h`), or null for words that measure nothing known (`apples`).
 * Two units of one dimension differ by their size.
 */
export function readUnit(words: string): Unit | null {
  const expanded = words
    .replaceAll(/\bmph\b/gi, "miles per hour")
    .replaceAll(/\bk(?:m|p)h\b/gi, "km per hour");
  const [top, bottom, ...rest] = expanded.split(/\s*\/\s*|\s+per\s+/);
  if (top === undefined || rest.length > 0) return null;
  const unit = readProduct(top);
  if (unit === null || bottom === undefined) return unit;
  const divisor = readProduct(bottom);
  if (divisor === null) return null;
  return { dimension: `${unit.dimension}/${divisor.dimension}`, size: divide(unit.size, divisor.size) };
}

function readProduct(words: string): Unit | null {
  let exponent = 1;
  let unit: Unit | null = null;
  for (const part of words.replaceAll(/[().{}\\,]/g, " ").split(/\s+/)) {
    if (part === "" || part === "of" || part === "units" || part === "unit") continue;
    const [name, written] = part.split("^");
    const worded = POWERS.get((name ?? "").toLowerCase());
    if (worded !== undefined) exponent = worded;
    else {
      const found = KNOWN.get(name ?? "") ?? KNOWN.get((name ?? "").toLowerCase());
      if (found === undefined || unit !== null) return null;
      unit = found;
    }
    if (written !== undefined) exponent = Number(written);
  }
  if (unit === null || !Number.isInteger(exponent) || exponent < 1 || exponent > 4) return null;
  if (exponent === 1) return unit;
  return { dimension: `${unit.dimension}^${exponent}`, size: power(unit.size, BigInt(exponent)) ?? ONE };
}

/** The factor that turns an amount in one unit into an amount in the other. */
export function conversion(from: Unit, to: Unit): Rational {
  return multiply(from.size, divide(ONE, to.size));
}
