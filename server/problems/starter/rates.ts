import { ratio, write } from "./ratio";
import type { Template } from "./template";
import { Working } from "./working";

export const rates: readonly Template[] = [
  {
    name: "distance",
    subject: "rates",
    make(draw) {
      const who = draw.person();
      const [speed, hours] = [draw.int(8, 95), ratio(draw.int(3, 24), 2)];
      const working = new Working();
      const answer = working.multiply("The distance in kilometres is", speed, hours);
      const statement = `${who} travels at ${speed} kilometres an hour for ${write(hours)} hours. How many kilometres is that?`;
      return { statement, working, answer };
    },
  },
  {
    name: "average-speed",
    subject: "rates",
    make(draw) {
      const who = draw.person();
      const [first, second, speed] = [draw.int(2, 5), draw.int(1, 5), draw.int(20, 80)];
      const all = speed * (first + second);
      const morning = draw.int(Math.floor(all / 4), Math.floor(all / 2));
      const working = new Working();
      const distance = working.add("The whole way in kilometres is", morning, all - morning);
      const hours = working.add("The whole time in hours is", first, second);
      const answer = working.divide("The average speed is", distance, hours);
      const statement = `${who} drives ${morning} km in ${first} hours, has a break, and drives another ${all - morning} km in ${second} ${second === 1 ? "hour" : "hours"}. What is the average speed while driving, in kilometres an hour?`;
      return { statement, working, answer };
    },
  },
  {
    name: "work-together",
    subject: "rates",
    make(draw) {
      const [[first, second], [, many]] = [draw.people(), draw.thing()];
      const [a, b, minutes] = [draw.int(3, 20), draw.int(3, 20), draw.int(5, 45)];
      const working = new Working();
      const both = working.add("In one minute together they sort", a, b);
      const answer = working.multiply(`In ${minutes} minutes they sort`, both, minutes);
      const statement = `${first} sorts ${a} ${many} a minute and ${second} sorts ${b} a minute. How many ${many} do they sort together in ${minutes} minutes?`;
      return { statement, working, answer };
    },
  },
  {
    name: "filling-a-tank",
    subject: "rates",
    make(draw) {
      const [net, drain, minutes, start] = [
        draw.int(3, 15),
        draw.int(2, 9),
        draw.int(6, 40),
        draw.int(10, 90),
      ];
      const working = new Working();
      const gain = working.take("Each minute the tank gains in litres", net + drain, drain);
      const missing = working.take("Missing at first, in litres:", start + net * minutes, start);
      const answer = working.divide("The minutes needed are", missing, gain);
      const statement = `A tank for ${start + net * minutes} litres holds ${start} litres. A tap adds ${net + drain} litres a minute while a leak loses ${drain} litres a minute. After how many minutes is the tank full?`;
      return { statement, working, answer };
    },
  },
  {
    name: "printer",
    subject: "rates",
    make(draw) {
      const who = draw.person();
      const [pack, each, wanted] = [draw.int(3, 12), draw.int(15, 90), draw.int(2, 30)];
      const working = new Working();
      const one = working.divide("One page takes this many seconds:", pack * each, pack);
      const answer = working.multiply(`So ${wanted} pages take`, one, wanted);
      const statement = `${who}'s printer needs ${pack * each} seconds for ${pack} pages. At that rate, how many seconds does it need for ${wanted} pages?`;
      return { statement, working, answer };
    },
  },
  {
    name: "fuel",
    subject: "rates",
    make(draw) {
      const who = draw.person();
      const [perHundred, hundreds, tank] = [draw.int(4, 12), draw.int(2, 7), draw.int(170, 300)];
      const working = new Working();
      const oneWay = working.multiply("One way needs in litres", perHundred, hundreds);
      const both = working.multiply("There and back need in litres", oneWay, 2);
      const answer = working.take("Left in the tank, in litres:", tank, both);
      const statement = `${who}'s van uses ${perHundred} litres of fuel for every 100 km. It starts with ${tank} litres, goes ${hundreds * 100} km to the coast and comes back the same way. How many litres are left?`;
      return { statement, working, answer };
    },
  },
];
