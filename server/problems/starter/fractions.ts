import { inMath } from "./draw";
import { minus, ratio } from "./ratio";
import type { Template } from "./template";
import { Working } from "./working";

export const fractions: readonly Template[] = [
  {
    name: "part-of-a-number",
    subject: "fractions",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.thing()];
      const part = draw.fraction();
      const all = part.d * draw.int(4, 25);
      const working = new Working("fraction");
      const answer = working.multiply(`${who} paints`, part, all);
      const statement = `${who} has ${all} ${many} and paints ${inMath(part)} of them. How many ${many} does ${who} paint?`;
      return { statement, working, answer };
    },
  },
  {
    name: "what-is-left",
    subject: "fractions",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.thing()];
      const part = draw.fraction();
      const all = part.d * draw.int(4, 25);
      const working = new Working("fraction");
      const sold = working.multiply("Sold are", part, all);
      const answer = working.take("Left are", all, sold);
      const statement = `${who} brings ${all} ${many} to the market and sells ${inMath(part)} of them. How many ${many} are left?`;
      return { statement, working, answer };
    },
  },
  {
    name: "sum-of-two",
    subject: "fractions",
    make(draw) {
      const [first, second] = draw.people();
      const [a, b] = [draw.fraction(), draw.fraction()];
      const working = new Working("fraction");
      const answer = working.add("Together they walk this many miles:", a, b);
      const statement = `${first} walks ${inMath(a)} of a mile and ${second} walks ${inMath(b)} of a mile. How many miles do they walk together? Give a fraction in lowest terms or a whole number.`;
      return { statement, working, answer };
    },
  },
  {
    name: "share-of-a-rest",
    subject: "fractions",
    make(draw) {
      const who = draw.person();
      const [a, b] = [draw.fraction(), draw.fraction()];
      const working = new Working("fraction");
      const rest = working.take("After the first day this part is left:", 1, a);
      const answer = working.multiply("On the second day this part of the book is read:", rest, b);
      const statement = `${who} reads ${inMath(a)} of a book on the first day and ${inMath(b)} of the rest on the second day. What fraction of the book does ${who} read on the second day?`;
      return { statement, working, answer };
    },
  },
  {
    name: "recipe",
    subject: "fractions",
    make(draw) {
      const who = draw.person();
      const [cups, cakes, spare] = [draw.fraction(), draw.int(3, 14), draw.fraction()];
      const working = new Working("fraction");
      const needed = working.multiply("The cakes need this many cups:", cups, cakes);
      const answer = working.add("With the cups for the table that is", needed, spare);
      const statement = `One cake needs ${inMath(cups)} of a cup of flour. ${who} bakes ${cakes} cakes and uses another ${inMath(spare)} of a cup to dust the table. How many cups of flour does ${who} use? Give an exact fraction or a whole number.`;
      return { statement, working, answer };
    },
  },
  {
    name: "from-part-to-whole",
    subject: "fractions",
    make(draw) {
      const [[who, friend], [, many]] = [draw.people(), draw.thing()];
      const part = draw.fraction();
      const all = part.d * draw.int(5, 20);
      const given = (all * part.n) / part.d;
      const extra = draw.int(3, 30);
      const kept = minus(ratio(1), part);
      const working = new Working("fraction");
      const whole = working.divide(`At first ${who} had`, given, part);
      const rest = working.multiply(`${who} keeps`, kept, whole);
      const answer = working.add("With the new ones that is", rest, extra);
      const statement = `${who} gives ${friend} ${given} ${many}, which is ${inMath(part)} of all that ${who} has, and later finds ${extra} more. How many ${many} does ${who} have then?`;
      return { statement, working, answer };
    },
  },
];
