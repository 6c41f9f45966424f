import { ratio } from "./ratio";
import type { Template } from "./template";
import { Working } from "./working";

export const geometry: readonly Template[] = [
  {
    name: "rectangle-area",
    subject: "geometry",
    make(draw) {
      const [length, width] = [draw.int(6, 60), draw.int(3, 40)];
      const who = draw.person();
      const working = new Working();
      const answer = working.multiply("The area in square metres is", length, width);
      const statement = `${who}'s garden is a rectangle ${length} m long and ${width} m wide. What is its area in square metres?`;
      return { statement, working, answer };
    },
  },
  {
    name: "rectangle-perimeter",
    subject: "geometry",
    make(draw) {
      const [length, width] = [draw.int(10, 90), draw.int(4, 60)];
      const who = draw.person();
      const working = new Working();
      const half = working.add("Length and width together are", length, width);
      const answer = working.multiply("The whole fence in metres is", 2, half);
      const statement = `${who} builds a fence around a rectangular field ${length} m long and ${width} m wide. How many metres of fence are needed?`;
      return { statement, working, answer };
    },
  },
  {
    name: "triangle-area",
    subject: "geometry",
    make(draw) {
      const [base, height] = [draw.int(5, 40), draw.int(4, 30)];
      const working = new Working();
      const product = working.multiply("Base times height is", base, height);
      const answer = working.divide("Half of it is", product, 2);
      const statement = `A triangular sail has a base of ${base} dm and a height of ${height} dm on that base. What is its area in square decimetres?`;
      return { statement, working, answer };
    },
  },
  {
    name: "third-angle",
    subject: "geometry",
    make(draw) {
      const [a, b] = [draw.int(25, 80), draw.int(25, 80)];
      const working = new Working();
      const two = working.add("The two known angles together have", a, b);
      const answer = working.take("The third angle has", 180, two);
      const statement = `Two angles of a triangle measure $${a}^\\circ$ and $${b}^\\circ$. How many degrees does the third angle measure?`;
      return { statement, working, answer };
    },
  },
  {
    name: "box-volume",
    subject: "geometry",
    make(draw) {
      const [l, w, h] = [draw.int(3, 20), draw.int(3, 15), draw.int(2, 12)];
      const taken = draw.int(1, 8);
      const working = new Working();
      const floor = working.multiply("The bottom has this area:", l, w);
      const volume = working.multiply("The box holds in litres", floor, h);
      const answer = working.take("After some is drawn off, in litres:", volume, taken);
      const statement = `A tank shaped like a box is ${l} dm long, ${w} dm wide and ${h} dm high, and it is full of water (one cubic decimetre is one litre). Then ${taken} ${taken === 1 ? "litre is" : "litres are"} drawn off. How many litres are left?`;
      return { statement, working, answer };
    },
  },
  {
    name: "path-around",
    subject: "geometry",
    make(draw) {
      const [l, w] = [draw.int(8, 30), draw.int(5, 20)];
      const [cutL, cutW] = [draw.int(2, 6), draw.int(2, 4)];
      const price = ratio(draw.int(2, 12));
      const working = new Working();
      const whole = working.multiply("The whole floor has this area:", l, w);
      const hole = working.multiply("The stairwell has this area:", cutL, cutW);
      const rest = working.take("To be tiled are, in square metres,", whole, hole);
      const answer = working.multiply("The tiles needed are", rest, price);
      const statement = `A floor is ${l} m long and ${w} m wide, with a stairwell of ${cutL} m by ${cutW} m cut out of it. Each square metre takes ${price.n} tiles. How many tiles are needed for the rest of the floor?`;
      return { statement, working, answer };
    },
  },
  {
    name: "square-from-perimeter",
    subject: "geometry",
    make(draw) {
      const side = draw.int(4, 60);
      const who = draw.person();
      const working = new Working();
      const found = working.divide("One side in metres is", 4 * side, 4);
      const answer = working.multiply("The area in square metres is", found, found);
      const statement = `${who} walks once around a square yard and counts ${4 * side} metres. What is the area of the yard in square metres?`;
      return { statement, working, answer };
    },
  },
];
