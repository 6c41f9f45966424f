import type { Template } from "./template";
import { Working } from "./working";

export const counting: readonly Template[] = [
  {
    name: "groups",
    subject: "counting",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.thing()];
      const [boxes, each] = [draw.int(4, 25), draw.int(6, 48)];
      const working = new Working();
      const answer = working.multiply(`The ${many} in all boxes together are`, boxes, each);
      const statement = `${who} has ${boxes} boxes with ${each} ${many} in each. How many ${many} does ${who} have?`;
      return { statement, working, answer };
    },
  },
  {
    name: "give-and-share",
    subject: "counting",
    make(draw) {
      const [[who, friend], [, many]] = [draw.people(), draw.thing()];
      const [friends, share, given] = [draw.int(3, 9), draw.int(4, 20), draw.int(5, 30)];
      const start = friends * share + given;
      const working = new Working();
      const left = working.take(`After the gift ${who} has`, start, given);
      const answer = working.divide("Each bag gets", left, friends);
      const statement = `${who} had ${start} ${many} and gave ${given} of them to ${friend}. The rest went into ${friends} bags, the same number in each. How many ${many} are in one bag?`;
      return { statement, working, answer };
    },
  },
  {
    name: "rows-with-gaps",
    subject: "counting",
    make(draw) {
      const [rows, seats, empty, late] = [
        draw.int(6, 24),
        draw.int(8, 30),
        draw.int(21, 48),
        draw.int(2, 20),
      ];
      const working = new Working();
      const all = working.multiply("The hall has this many seats:", rows, seats);
      const taken = working.take("Taken at the start are", all, empty);
      const answer = working.add("After the late guests sit down, taken are", taken, late);
      const statement = `A hall has ${rows} rows of ${seats} seats. When the play begins, ${empty} seats are empty; ${late} late guests sit down. How many seats are taken now?`;
      return { statement, working, answer };
    },
  },
  {
    name: "twice-as-many",
    subject: "counting",
    make(draw) {
      const [[first, second], [, many]] = [draw.people(), draw.thing()];
      const [base, factor] = [draw.int(7, 60), draw.int(2, 6)];
      const working = new Working();
      const more = working.multiply(`${second} has`, base, factor);
      const answer = working.add("Together they have", base, more);
      const statement = `${first} has ${base} ${many}. ${second} has ${factor} times as many. How many ${many} do they have together?`;
      return { statement, working, answer };
    },
  },
  {
    name: "collection-over-weeks",
    subject: "counting",
    make(draw) {
      const [who, [, many]] = [draw.person(), draw.thing()];
      const [days, each, weeks, lost, start] = [
        draw.int(3, 6),
        draw.int(3, 12),
        draw.int(2, 9),
        draw.int(2, 17),
        draw.int(10, 80),
      ];
      const working = new Working();
      const weekly = working.multiply("Found in one week:", days, each);
      const found = working.multiply("Found in all weeks:", weekly, weeks);
      const before = working.add("With the first ones that makes", start, found);
      const answer = working.take("Without the lost ones there are", before, lost);
      const statement = `${who} starts with ${start} ${many} and finds ${each} more on each of ${days} days a week. After ${weeks} weeks ${who} loses ${lost} of them. How many ${many} are left?`;
      return { statement, working, answer };
    },
  },
  {
    name: "ages",
    subject: "counting",
    make(draw) {
      const [younger, older] = draw.people();
      const [age, factor, years] = [draw.int(4, 14), draw.int(2, 4), draw.int(3, 20)];
      const working = new Working();
      const now = working.multiply(`${older} is now`, age, factor);
      const answer = working.add(`In ${years} years ${older} will be`, now, years);
      const statement = `${younger} is ${age} years old. ${older} is ${factor} times as old as ${younger}. How old will ${older} be in ${years} years?`;
      return { statement, working, answer };
    },
  },
];
