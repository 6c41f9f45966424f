import { minus, over, plus, ratio, times, write, type Ratio, type Style } from "./ratio";

type Operand = Ratio | number;

/** A worked solution: each line is one calculation, and their number is the problem's level. */
export class Working {
  readonly steps: string[] = [];
  readonly #style: Style;

  constructor(style: Style = "decimal") {
    this.#style = style;
  }

  add(words: string, a: Operand, b: Operand): Ratio {
    return this.#line(words, { a, b, sign: "+", value: plus(exact(a), exact(b)) });
  }

  take(words: string, a: Operand, b: Operand): Ratio {
    return this.#line(words, { a, b, sign: "-", value: minus(exact(a), exact(b)) });
  }

  multiply(words: string, a: Operand, b: Operand): Ratio {
    return this.#line(words, { a, b, sign: "\\times", value: times(exact(a), exact(b)) });
  }

  divide(words: string, a: Operand, b: Operand): Ratio {
    return this.#line(words, { a, b, sign: "\\div", value: over(exact(a), exact(b)) });
  }

  /** The whole text, ending in the boxed answer. */
  solution(answer: string): string {
    const lines = this.steps.map((step, index) => `Step ${index + 1}: ${step}`);
    return `${lines.join("\n")}\nThe answer is \\boxed{${answer}}.`;
  }

  write(value: Ratio): string {
    return write(value, this.#style);
  }

  #line(words: string, { a, b, sign, value }: Calculation): Ratio {
    this.steps.push(
      `${words} \\(${this.write(exact(a))} ${sign} ${this.write(exact(b))} = ${this.write(value)}\\).`,
    );
    return value;
  }
}

interface Calculation {
  readonly a: Operand;
  readonly b: Operand;
  readonly sign: string;
  readonly value: Ratio;
}

const exact = (value: Operand): Ratio => (typeof value === "number" ? ratio(value) : value);
