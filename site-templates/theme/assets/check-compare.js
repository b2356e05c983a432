// Which statements a sentence resembles, by an index of all of them, and how it differs from each;
// the same as generator/export/citecheck/compare.py. The statements come in parts, as needed.

import { Differences } from "./check-differences.js";
import { Reader, sentences } from "./check-reading.js";

// Before the index stand so many bytes that tell it from another.
const MADE = 8;

// Files of one site, before and after it was renewed.
export class Changed extends Error {}

export class Comparison {
  // `head` is data/check.json, `holders` the bytes of data/check/index.bin, and `part` gives the
  // statements of a part by its number.
  constructor(head, holders, part) {
    const made = [...holders.subarray(0, MADE)].map((byte) => byte.toString(16).padStart(2, "0"));
    if (made.join("") !== head.made) throw new Changed();
    this.known = head.words;
    this.statements = head.statements;
    this.parts = head.parts;
    this.part = part;
    this.reader = new Reader(head.words);
    this.differences = new Differences(this.reader);
    this.place = new Map(head.stems.map((name, number) => [name, number]));
    this.decode(head.counts, holders.subarray(MADE));
    this.turn();
  }

  // The statements of each stem, from Rice's code: twice the number of each, and one more where
  // statement or condition has the stem. `from` is where those of a stem begin.
  decode(counts, holders) {
    this.from = new Uint32Array(counts.length + 1);
    counts.forEach((count, number) => {
      this.from[number + 1] = this.from[number] + count;
    });
    this.held = new Uint32Array(this.from[counts.length]);
    let [bit, place] = [0, 0];
    const next = () => (holders[bit >> 3] >> (7 - (bit++ & 7))) & 1;
    for (const count of counts) {
      const low = 32 - Math.clz32(Math.floor(this.statements / count));
      let before = 0;
      for (let each = 0; each < count; each += 1) {
        let value = 0;
        while (!next()) value += 1;
        for (let at = 0; at < low; at += 1) value = 2 * value + next();
        value += before;
        before = value & ~1;
        this.held[place++] = value;
      }
      // What a stem has begins with a byte.
      bit = (bit + 7) & ~7;
    }
  }

  // The stems of statement and condition of each statement, in the order of the stems.
  turn() {
    this.ownFrom = new Uint32Array(this.statements + 1);
    for (const value of this.held) if (value & 1) this.ownFrom[(value >> 1) + 1] += 1;
    for (let at = 0; at < this.statements; at += 1) this.ownFrom[at + 1] += this.ownFrom[at];
    const next = this.ownFrom.slice();
    this.own = new Uint32Array(this.ownFrom[this.statements]);
    for (let stem = 0; stem + 1 < this.from.length; stem += 1) {
      for (let at = this.from[stem]; at < this.from[stem + 1]; at += 1) {
        const value = this.held[at];
        if (value & 1) this.own[next[value >> 1]++] = stem;
      }
    }
  }

  // Each sentence of the text with the statements that it resembles, the nearest first.
  async checked(text) {
    const found = [];
    for (const paragraph of sentences(text)) {
      let before = [];
      for (const line of paragraph) {
        const sentence = this.differences.sentence(line, before);
        before = sentence.soFar;
        const english = this.reader.isEnglish(line);
        found.push({ sentence, english, nearest: english ? this.nearest(sentence) : [] });
      }
    }
    const wanted = found.flatMap(({ nearest }) => nearest.map(([, number]) => number % this.parts));
    const parts = await this.loaded([...new Set(wanted)].sort((a, b) => a - b));
    return found.map(({ sentence, english, nearest }) => ({
      sentence: sentence.text,
      english,
      matches: nearest.map(([score, number]) => {
        const each = parts.get(number % this.parts)[Math.floor(number / this.parts)];
        const differences = this.differences.of(sentence, each);
        return { id: each.id, heading: each.heading, score, differences };
      }),
    }));
  }

  async loaded(numbers) {
    const parts = await Promise.all(numbers.map((number) => this.part(number)));
    return new Map(numbers.map((number, at) => [number, parts[at]]));
  }

  // Rare words tell more; a word that no statement has counts half as the rarest.
  weight(stem) {
    if (stem === undefined) return Math.log(1 + this.statements) / 2;
    return Math.log(1 + this.statements / (this.from[stem + 1] - this.from[stem]));
  }

  // The numbers of the statements that share enough with a sentence, with how much.
  nearest(sentence) {
    const sum = (found) => found.reduce((total, stem) => total + this.weight(stem), 0);
    const stems = [...new Set(sentence.stems)].sort().map((name) => this.place.get(name));
    const whole = sum(stems);
    const shared = new Map();
    for (const stem of stems) {
      if (stem === undefined) continue;
      for (let at = this.from[stem]; at < this.from[stem + 1]; at += 1) {
        const number = this.held[at] >> 1;
        if (!shared.has(number)) shared.set(number, { all: [], own: [] });
        shared.get(number).all.push(stem);
        if (this.held[at] & 1) shared.get(number).own.push(stem);
      }
    }
    const found = [];
    for (const [number, { all, own }] of shared) {
      if (all.length < 2 || !own.length) continue;
      const covered = sum(all) / whole;
      const kept = sum(own) / sum([...this.own.slice(this.ownFrom[number], this.ownFrom[number + 1])]);
      const score = Math.floor(((2 * covered * kept) / (covered + kept)) * 1000 + 0.5) / 1000;
      if (score >= this.known.least) found.push([score, number]);
    }
    found.sort((one, other) => other[0] - one[0] || one[1] - other[1]);
    return found.slice(0, this.known.most);
  }
}
