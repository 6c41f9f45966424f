import { dictionary } from "./dictionary";
import { LIMITS, OutOfBudget } from "../budget";
import { closingBrace } from "../extract/braces";
import { lexNumber } from "./lex-number";
import type { TightComma } from "./lex-number";
import type { Token } from "./token";
import { readUnit } from "./units";
import { FUNCTIONS, UNIT_LETTERS } from "./vocabulary";

/** Commands that change only how a formula looks. */
const LAYOUT = new Set(
  `left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm middle displaystyle textstyle scriptstyle limits
   nolimits mathopen mathclose mathstrut strut rm bf it boldsymbol bm mathbf mathbb mathcal mathsf mathit mathnormal ensuremath
   thinspace negthinspace nobreak allowbreak hfill vspace hspace label tag nonumber notag boxed fbox overrightarrow vec hat underline
   symbf pmb`.split(/\s+/),
);
const SPACES = new Set([",", ";", ":", ">", " ", "quad", "qquad", "enspace", "thickspace", "medspace"]);
const TEXTS = new Set(
  "text mbox textbf textrm textit textnormal textsf texttt mathrm operatorname hbox textsc emph mathtt".split(
    " ",
  ),
);
const TWO_SIGNS = ["**", "<=", ">=", "!=", "==", "->", "=>"];
const DROPPED = new Set([
  "phantom",
  "hphantom",
  "vphantom",
  "label",
  "tag",
  "hspace",
  "vspace",
  "color",
  "textcolor",
  "mspace",
  "kern",
]);
const BRACKET_NAMES: ReadonlyMap<string, string> = dictionary({
  lbrace: "{",
  rbrace: "}",
  lbrack: "[",
  rbrack: "]",
});
const KEEPS_SET = new Set(["mathbb"]);

/**
 * An answer cut into tokens. Layout is dropped, `**` becomes `^`, words of `\text{}` stay together.
 *
 * @throws OutOfBudget beyond the limit of tokens.
 */
export function tokenise(text: string, comma: TightComma): readonly Token[] {
  const lexer = new Lexer(text, comma);
  return lexer.run();
}

class Lexer {
  readonly #text: string;
  readonly #comma: TightComma;
  readonly #tokens: Token[] = [];
  #at = 0;
  #space = false;
  #brackets = 0;

  constructor(text: string, comma: TightComma) {
    this.#text = text;
    this.#comma = comma;
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length) {
      if (this.#tokens.length > LIMITS.tokens) throw new OutOfBudget();
      this.#step();
    }
    this.#push("end", "");
    return this.#tokens;
  }

  #push(kind: Token["kind"], text: string): void {
    this.#tokens.push({ kind, text, space: this.#space });
    this.#space = false;
  }

  #step(): void {
    const char = this.#text.charAt(this.#at);
    if (char === " " || char === "\n" || char === "\t" || char === "\r" || char === "~" || char === "$") {
      this.#space = true;
      this.#at++;
    } else if (isDigit(char) || (char === "." && isDigit(this.#text.charAt(this.#at + 1)))) this.#number();
    else if (char === "\\") this.#command();
    else if (isLetter(char)) this.#word();
    else this.#sign(char);
  }

  #number(): void {
    const lexed = lexNumber(this.#text, this.#at, this.#brackets > 0 ? this.#innerComma() : this.#comma);
    if (lexed === null) {
      this.#at++;
      return;
    }
    this.#tokens.push({ kind: "number", text: lexed.text, space: this.#space, number: lexed.literal });
    this.#space = false;
    this.#at = lexed.end;
  }

  /** Inside brackets a comma separates, but for round thousands: `(1,000)` is a number and `(312,123,231)` a triple. */
  #innerComma(): TightComma {
    return /^[1-9]\d{0,2}(?:,000)+(?!\d)/.test(this.#text.slice(this.#at, this.#at + 24))
      ? this.#comma
      : "separates";
  }

  #command(): void {
    const name = /[a-zA-Z]+\*?|[^]/y;
    name.lastIndex = this.#at + 1;
    const found = name.exec(this.#text)?.[0] ?? "";
    this.#at += 1 + found.length;
    if (SPACES.has(found)) this.#space = true;
    else if (found === "!" || found === "/" || found === "-" || found === "") return;
    else if (found === "(" || found === ")" || found === "[" || found === "]") return;
    else if (DROPPED.has(found)) this.#dropArgument();
    else if (TEXTS.has(found)) this.#words(found);
    else if (LAYOUT.has(found)) this.#layout(found);
    else if (BRACKET_NAMES.has(found)) this.#named(BRACKET_NAMES.get(found) ?? found);
    else {
      if (found === "{" || found === "langle") this.#brackets++;
      if (found === "}" || found === "rangle") this.#brackets--;
      this.#push("command", found);
    }
  }

  #named(bracket: string): void {
    if (bracket === "[" || bracket === "]") this.#push("sign", bracket);
    else this.#push("command", bracket);
    this.#brackets += bracket === "[" || bracket === "{" ? 1 : -1;
  }

  #layout(name: string): void {
    if ((name === "left" || name === "right") && this.#text[this.#at] === ".") {
      this.#at++;
      this.#push("command", `${name}.`);
    } else if (KEEPS_SET.has(name)) this.#push("command", name);
    else if (name === "vec" || name === "hat" || name === "overrightarrow") this.#push("command", "vec");
  }

  #dropArgument(): void {
    while (this.#text[this.#at] === " ") this.#at++;
    if (this.#text[this.#at] !== "{") return;
    const close = closingBrace(this.#text, this.#at);
    this.#at = close < 0 ? this.#text.length : close + 1;
  }

  #words(command: string): void {
    while (this.#text[this.#at] === " ") this.#at++;
    if (this.#text[this.#at] !== "{") return;
    const close = closingBrace(this.#text, this.#at);
    const end = close < 0 ? this.#text.length : close;
    const content = this.#text.slice(this.#at + 1, end).replaceAll("$", "");
    this.#at = close < 0 ? end : end + 1;
    const inner = content.trim();
    if (inner === "") this.#space = true;
    else if (FUNCTIONS.has(inner) && this.#tokens.at(-1)?.kind !== "number") this.#push("command", inner);
    else if (inner.includes("/") && this.#tokens.at(-1)?.kind === "number" && readUnit(inner) !== null)
      this.#push("text", inner);
    else if (UNIT_LETTERS.has(inner) && this.#tokens.at(-1)?.kind === "number") this.#push("text", inner);
    else if (
      isFormula(inner) ||
      ((command === "mathrm" || command === "operatorname") && inner.length === 1)
    ) {
      for (const token of tokenise(inner, this.#comma)) if (token.kind !== "end") this.#tokens.push(token);
    } else this.#push("text", inner);
  }

  #word(): void {
    const word = /[a-zA-Z]+/y;
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    this.#push("word", found);
  }

  #sign(char: string): void {
    const two = this.#text.slice(this.#at, this.#at + 2);
    // `5!=120` is a factorial and an equation; `x!=3` is how programs write an inequality.
    const factorial = two === "!=" && this.#tokens.at(-1)?.kind === "number";
    if (TWO_SIGNS.includes(two) && !factorial) {
      this.#at += 2;
      this.#push("sign", two === "**" ? "^" : two === "==" ? "=" : two);
      return;
    }
    if (char === "(" || char === "[") this.#brackets++;
    if (char === ")" || char === "]") this.#brackets--;
    this.#at++;
    this.#push("sign", char);
  }
}

/** `\text{42}`, `\text{5 apples}` and `\text{3x}` are mathematics in disguise; `\text{cm}` and `\text{(A)}` are words. */
function isFormula(content: string): boolean {
  if (/^\d[\d.,]*\s+[a-zA-Z]/.test(content)) return true;
  return /\d/.test(content) && !/[a-zA-Z]{2}|^\(?[A-Z]\)?\d*$/.test(content);
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9" && char !== "";
}

function isLetter(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");
}
