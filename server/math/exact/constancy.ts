import type { Atom, Form, Polynomial } from "./algebra";

/** Whether a form holds no variable and no function that the problem left open. */
export function isConstantForm(form: Form): boolean {
  return isConstant(form.top) && isConstant(form.bottom);
}

function isConstant(polynomial: Polynomial): boolean {
  for (const { powers } of polynomial.values()) {
    if (!powers.every(({ atom }) => isConstantAtom(atom))) return false;
  }
  return true;
}

export function isConstantAtom(atom: Atom): boolean {
  if (atom.kind === "symbol") return false;
  if (atom.kind === "sum") return isConstant(atom.body);
  if (atom.kind === "exponential") return isConstantForm(atom.base) && isConstantForm(atom.exponent);
  return atom.kind !== "call" || (!atom.name.startsWith("@") && atom.args.every(isConstantForm));
}
