import { dollars } from "./draw";
import { ratio } from "./ratio";
import type { Template } from "./template";
import { Working } from "./working";

export const money: readonly Template[] = [
  {
    name: "price-of-many",
    subject: "money",
    make(draw) {
      const [who, [one, many]] = [draw.person(), draw.good()];
      const [count, price] = [draw.int(3, 18), draw.price(2, 15)];
      const working = new Working("money");
      const answer = working.multiply(`The ${many} cost in dollars`, count, price);
      const statement = `One ${one} costs ${dollars(price)}. How many dollars does ${who} pay for ${count} ${many}?`;
      return { statement, working, answer };
    },
  },
  {
    name: "change",
    subject: "money",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.good()];
      const [count, price] = [draw.int(2, 9), draw.price(2, 9)];
      const note = draw.pick([100, 200] as const);
      const working = new Working("money");
      const cost = working.multiply(`The ${many} cost in dollars`, count, price);
      const answer = working.take("The change in dollars is", note, cost);
      const statement = `${who} buys ${count} ${many} at ${dollars(price)} each and pays with ${dollars(ratio(note))}. How many dollars of change does ${who} get?`;
      return { statement, working, answer };
    },
  },
  {
    name: "two-kinds",
    subject: "money",
    make(draw) {
      const who = draw.person();
      const [adults, children] = [draw.int(2, 7), draw.int(2, 9)];
      const [full, reduced] = [draw.price(8, 20), draw.price(2, 7)];
      const working = new Working("money");
      const first = working.multiply("The adult tickets cost", adults, full);
      const second = working.multiply("The child tickets cost", children, reduced);
      const answer = working.add("All tickets cost", first, second);
      const statement = `${who} buys ${adults} adult tickets at ${dollars(full)} each and ${children} child tickets at ${dollars(reduced)} each. How many dollars do all the tickets cost?`;
      return { statement, working, answer };
    },
  },
  {
    name: "saving-up",
    subject: "money",
    make(draw) {
      const [who, [one]] = [draw.person(), draw.good()];
      const [weekly, weeks, saved] = [draw.int(3, 16), draw.int(4, 20), draw.int(10, 90)];
      const goal = saved + weekly * weeks;
      const working = new Working("money");
      const missing = working.take(`${who} still needs in dollars`, goal, saved);
      const answer = working.divide("The number of weeks is", missing, weekly);
      const statement = `${who} wants a ${one} made to order for ${dollars(ratio(goal))} and has ${dollars(ratio(saved))}. ${who} saves ${dollars(ratio(weekly))} a week. After how many weeks is there enough?`;
      return { statement, working, answer };
    },
  },
  {
    name: "profit",
    subject: "money",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.good()];
      const [count, cost] = [draw.int(6, 40), draw.price(1, 8)];
      const price = ratio(cost.n + draw.int(1, 16) * cost.d, cost.d);
      const stall = draw.int(3, 15);
      const working = new Working("money");
      const income = working.multiply("The sale brings in dollars", count, price);
      const spent = working.multiply(`Making the ${many} cost in dollars`, count, cost);
      const before = working.take("Before the stall's rent that leaves", income, spent);
      const answer = working.take("After the rent the profit in dollars is", before, stall);
      const statement = `${who} makes ${count} ${many} for ${dollars(cost)} each and sells all of them for ${dollars(price)} each. The stall costs ${dollars(ratio(stall))} in rent. What is the profit in dollars?`;
      return { statement, working, answer };
    },
  },
  {
    name: "split-the-bill",
    subject: "money",
    make(draw) {
      const who = draw.person();
      const [people, share, tip] = [draw.int(3, 8), draw.int(9, 30), draw.int(4, 20)];
      const meal = people * share - tip;
      const working = new Working("money");
      const total = working.add("Meal and tip together cost in dollars", meal, tip);
      const answer = working.divide("Each pays in dollars", total, people);
      const statement = `${who} and ${people - 1} friends have a meal for ${dollars(ratio(meal))} and leave a tip of ${dollars(ratio(tip))}. They share everything equally. How many dollars does each of them pay?`;
      return { statement, working, answer };
    },
  },
];
