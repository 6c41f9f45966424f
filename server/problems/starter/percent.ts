import { dollars } from "./draw";
import { ratio } from "./ratio";
import type { Template } from "./template";
import { Working } from "./working";

export const percent: readonly Template[] = [
  {
    name: "percent-of",
    subject: "percent",
    make(draw) {
      const [pupils, rate] = [20 * draw.int(3, 40), 5 * draw.int(1, 19)];
      const working = new Working();
      const answer = working.multiply("Pupils who come by bike:", pupils, ratio(rate, 100));
      const statement = `A school has ${pupils} pupils, and ${rate}% of them come by bike. How many pupils come by bike?`;
      return { statement, working, answer };
    },
  },
  {
    name: "discount",
    subject: "percent",
    make(draw) {
      const [who, [one]] = [draw.person(), draw.good()];
      const [price, rate] = [20 * draw.int(1, 20), 5 * draw.int(1, 12)];
      const working = new Working("money");
      const off = working.multiply("The discount in dollars is", price, ratio(rate, 100));
      const answer = working.take("The price after it is", price, off);
      const statement = `A ${one} costs ${dollars(ratio(price))}, and today it is ${rate}% cheaper. How many dollars does ${who} pay for it?`;
      return { statement, working, answer };
    },
  },
  {
    name: "rate-from-amounts",
    subject: "percent",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.thing()];
      const [all, rate] = [20 * draw.int(2, 30), 5 * draw.int(1, 19)];
      const broken = (all * rate) / 100;
      const working = new Working();
      const part = working.divide("The broken part of all is", broken, all);
      const answer = working.multiply("In percent that is", part, 100);
      const statement = `Of ${who}'s ${all} ${many}, ${broken} are broken. What percent of the ${many} are broken?`;
      return { statement, working, answer };
    },
  },
  {
    name: "discount-then-tax",
    subject: "percent",
    make(draw) {
      const [who, [one, many]] = [draw.person(), draw.good()];
      const [price, off, tax, count] = [
        100 * draw.int(1, 9),
        10 * draw.int(1, 5),
        10 * draw.int(1, 2),
        draw.int(2, 6),
      ];
      const working = new Working("money");
      const share = working.take("This percentage of the price is left:", 100, off);
      const reduced = working.multiply(`One ${one} now costs in dollars`, ratio(price, 100), share);
      const before = working.multiply("All of them cost before tax", count, reduced);
      const answer = working.multiply("With tax they cost", before, ratio(100 + tax, 100));
      const statement = `A carved ${one} costs ${dollars(ratio(price))}. Its price is lowered by ${off}%, and a tax of ${tax}% of the lowered price is added. How many dollars does ${who} pay for ${count} such ${many}?`;
      return { statement, working, answer };
    },
  },
  {
    name: "growth",
    subject: "percent",
    make(draw) {
      const [start, rate, left] = [100 * draw.int(2, 30), 5 * draw.int(1, 10), draw.int(5, 90)];
      const working = new Working();
      const gain = working.multiply("New members:", start, ratio(rate, 100));
      const peak = working.add("Members after the year:", start, gain);
      const answer = working.take("Members after some leave:", peak, left);
      const statement = `A club of ${start} members grows by ${rate}% in a year. Then ${left} members leave. How many members are there now?`;
      return { statement, working, answer };
    },
  },
];
