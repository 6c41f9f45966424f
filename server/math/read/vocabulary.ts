import { dictionary } from "./dictionary";

/** Words that name a function, as typed in ASCII or after a backslash, and the name used from here on. */
export const FUNCTIONS: ReadonlyMap<string, string> = dictionary({
  sin: "sin",
  cos: "cos",
  tan: "tan",
  tg: "tan",
  cot: "cot",
  ctg: "cot",
  sec: "sec",
  csc: "csc",
  cosec: "csc",
  arcsin: "asin",
  asin: "asin",
  arccos: "acos",
  acos: "acos",
  arctan: "atan",
  atan: "atan",
  arctg: "atan",
  arccot: "acot",
  arcsec: "asec",
  arccsc: "acsc",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  ln: "ln",
  log: "log",
  lg: "lg",
  exp: "exp",
  abs: "abs",
  floor: "floor",
  ceil: "ceil",
  ceiling: "ceil",
  gcd: "gcd",
  lcm: "lcm",
  max: "max",
  min: "min",
  sgn: "sgn",
  sign: "sgn",
  Re: "re",
  Im: "im",
  arg: "arg",
  factorial: "factorial",
  binom: "binom",
  binomial: "binom",
  comb: "binom",
});

/** Functions that ASCII answers call with brackets only; LaTeX has its own commands for them. */
export const ROOTS = new Set(["sqrt", "cbrt", "root", "frac"]);

export const GREEK = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho varrho sigma tau upsilon phi varphi
   chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar mho partial nabla aleph`.split(
    /\s+/,
  ),
);

/** Plain words that are constants of mathematics. */
export const CONSTANT_WORDS: ReadonlyMap<string, string> = dictionary({
  pi: "pi",
  Pi: "pi",
  infinity: "infty",
  infty: "infty",
  inf: "infty",
  oo: "infty",
  Infinity: "infty",
});

/** Two- and three-letter words that are English or units of everyday answers, never products of variables. */
export const SHORT_WORDS = new Set(
  `a an the is are was were of in on at to by it we so no yes odd all any not nor one two six ten men day mon tue wed thu fri sat sun may
   red and or if for per old new box can cup dog cat pig hen egg top mph kph rpm fps usd aud cad eur gbp east west her his she he you our
   has had out off up way per pen bag jar toy car bus cm mm km kg mg lb lbs oz ft mi yd hr hrs min mins sec secs kwh mL ml ms am pm
   deg rad sq cu pts set sum left none true false even odd both ways th st nd rd cents units`.split(/\s+/),
);

export const UNIT_LETTERS = new Set([
  "m",
  "g",
  "s",
  "h",
  "L",
  "l",
  "C",
  "F",
  "K",
  "J",
  "N",
  "W",
  "V",
  "A",
  "t",
]);

/** Words that change what the number beside them means, so that it may not stand for the whole answer. */
export const CHANGES_MEANING =
  /\b(?:not|no|none|never|least|most|less|more|greater|fewer|than|under|over|above|below|between|before|after|minus|negative|half|twice|double|triple|plus|except|unless|infinitely|undefined|impossible|million|billion|thousand|hundred|dozen|multiples?|divisible|non|each|if|when|where|for|such|otherwise|every)\b/i;

export const CONNECTIVES: ReadonlyMap<string, "and" | "or"> = dictionary({
  and: "and",
  or: "or",
  "&": "and",
});
