import type { Algebra, Form } from "./algebra";
import { constantForm, multiplyForms, negateForm } from "./form";
import { rationalPower } from "./power";
import { onlyTerm } from "./polynomial";
import { fraction, HALF, integer, ONE, ZERO } from "./rational";
import type { Rational } from "./rational";

/** sin(r pi) for the angles with a value in square roots of 2 and 3, or null. */
export function sineOfTurns(algebra: Algebra, turns: Rational): Form | null {
  const twelfths = twelfthsOf(turns);
  if (twelfths === null) return null;
  if (twelfths > 12) return negate(sineOfTurns(algebra, fraction(BigInt(twelfths - 12), 12n)));
  switch (Math.min(twelfths, 12 - twelfths)) {
    case 0:
      return constantForm(ZERO);
    case 2:
      return constantForm(HALF);
    case 3:
      return multiplyForms(
        algebra,
        constantForm(HALF),
        rationalPower(algebra, constantForm(integer(2)), HALF),
      );
    case 4:
      return multiplyForms(
        algebra,
        constantForm(HALF),
        rationalPower(algebra, constantForm(integer(3)), HALF),
      );
    case 6:
      return constantForm(ONE);
    default:
      return null;
  }
}

function negate(form: Form | null): Form | null {
  return form === null ? null : negateForm(form);
}

function twelfthsOf(turns: Rational): number | null {
  if (12n % turns.d !== 0n) return null;
  const twelfths = (turns.n * (12n / turns.d)) % 24n;
  return Number(twelfths < 0n ? twelfths + 24n : twelfths);
}

/** r where the form is r pi, or null. */
export function turnsOf(form: Form): Rational | null {
  if (form.top.size === 0) return ZERO;
  const term = onlyTerm(form.top);
  if (term === null || form.bottom.size !== 1) return null;
  const [power] = term.powers;
  if (
    term.powers.length !== 1 ||
    power?.atom.kind !== "pi" ||
    power.exponent.n !== 1n ||
    power.exponent.d !== 1n
  )
    return null;
  return term.coefficient;
}
