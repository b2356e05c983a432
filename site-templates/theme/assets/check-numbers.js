// Words -> the numbers and dates among them; the same as generator/export/citecheck/numerals.py
// and dates.py.

const ORDINAL = /^[0-9]{1,4}(?:st|nd|rd|th)$/;
const DAY = /^(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[0-9]|20|21)[0-9]{2}$/;
const BETWEEN = ["and", "or", "to", "until"];

// A number in digits or in English at a place: its value and the place behind it.
function valueAt(found, at, known) {
  if (/^[0-9]{1,15}(?:\.[0-9]{1,6})?$/.test(found[at])) return [Number(found[at]), at + 1];
  if (Object.hasOwn(known.tens, found[at])) {
    const next = found[at + 1] ?? "";
    const unit = next === "one" ? 1 : Object.hasOwn(known.units, next) ? known.units[next] : 10;
    return unit < 10 ? [known.tens[found[at]] + unit, at + 2] : [known.tens[found[at]], at + 1];
  }
  return Object.hasOwn(known.units, found[at]) ? [known.units[found[at]], at + 1] : [null, at];
}

function scaled(found, at, value, known) {
  while (Object.hasOwn(known.scales, found[at] ?? "") && value < 1e9) value *= known.scales[found[at++]];
  return [value, at];
}

// In "3 to 5 million" the first number means millions, too.
function scaleOfRange(found, start, at, known) {
  const joined = known.ranges.includes(found[at]);
  if (joined && found[at] === "and" && found[Math.max(0, start - 1)] !== "between") return 1;
  const from = joined ? at + 1 : at;
  const [value, end] = from < found.length ? valueAt(found, from, known) : [null, from];
  return value === null ? 1 : scaled(found, end, 1, known)[0];
}

// 3rd, of "third" and of "3rd"; half, of "half", but not of "one and a half"; else nothing.
function named(found, at, known) {
  const word = found[at];
  if (Object.hasOwn(known.partsAndMultiples, word)) {
    const mixed = at > 1 && found[at - 1] === "a" && found[at - 2] === "and";
    return mixed ? "" : known.partsAndMultiples[word];
  }
  if (Object.hasOwn(known.ordinals, word)) return known.ordinals[word];
  return ORDINAL.test(word) ? word : "";
}

// `dated` are the places of dates.
export function numbers(found, known, dated = new Set()) {
  const result = [];
  for (let at = 0; at < found.length; ) {
    const start = at;
    if (dated.has(at)) {
      at += 1;
      continue;
    }
    const name = named(found, at, known);
    if (name) {
      result.push({ text: name, at });
      at += 1;
      continue;
    }
    const [plain, end] = valueAt(found, at, known);
    if (plain === null) {
      at += 1;
      continue;
    }
    let value;
    [value, at] = scaled(found, end, plain, known);
    if (at === end) value *= scaleOfRange(found, start, at, known);
    result.push({ text: String(value), at: start });
  }
  return result;
}

// A date as far as it is given (0 is none), or a word for one, with the places of its words.
export class Dates {
  constructor(known, stop) {
    this.known = known;
    this.stop = stop;
  }

  of(reading) {
    const found = [];
    const taken = new Set();
    reading.words.forEach((_, at) => {
      if (taken.has(at)) return;
      const here = this.at(reading, at);
      found.push(...here);
      for (const each of here) for (const place of each.places) taken.add(place);
    });
    return found;
  }

  at(reading, at) {
    const { known } = this;
    const word = reading.words[at];
    const month = this.month(reading, at);
    if (month) return this.ofMonth(reading.words, at, month);
    if (known.weekdays.includes(word) || (known.seasons.includes(word) && this.isSeason(reading, at)))
      return [{ year: 0, month: 0, day: 0, word, places: [at] }];
    if (YEAR.test(word) && this.isYear(reading, at))
      return [{ year: Number(word), month: 0, day: 0, word: "", places: [at] }];
    return [];
  }

  month(reading, at) {
    const { known } = this;
    const found = reading.words;
    const word = found[at];
    const start = at - 1 - (at > 1 && found[at - 1] === "of" ? 1 : 0);
    const year = YEAR.test(found[at + 1] ?? "");
    const beside = DAY.test(found[start] ?? "") || DAY.test(found[at + 1] ?? "") || year;
    if (Object.hasOwn(known.shortMonths, word)) return beside ? known.shortMonths[word] : 0;
    const number = known.months.indexOf(word) + 1;
    if (!number || !known.ambiguousMonths.includes(word) || beside) return number;
    const named = reading.capitals[at] && at > 0;
    return named && known.beforeDates.includes(found[at - 1]) ? number : 0;
  }

  // 14 October 2026; October 14, 2026; 14 and 15 October; October.
  ofMonth(found, at, month) {
    const day = (place) => Number(DAY.exec(found[place] ?? "")?.[1] ?? 0);
    const range = (from, to) => Array.from({ length: to - from + 1 }, (_, number) => from + number);
    let [days, places, end] = [[], [at], at + 1];
    const start = at - 1 - (at > 1 && found[at - 1] === "of" ? 1 : 0);
    if (day(start)) {
      [days, places] = [[day(start)], range(start, at)];
      const before = start - 1 - (start > 1 && BETWEEN.includes(found[start - 1]) ? 1 : 0);
      if (day(before)) [days, places] = [[day(before), ...days], range(before, at)];
    } else if (day(end)) {
      [days, places, end] = [[day(end)], [at, end], end + 1];
      const behind = end + (BETWEEN.includes(found[end]) ? 1 : 0);
      if (day(behind)) [days, places, end] = [[...days, day(behind)], range(at, behind), behind + 1];
    }
    const year = YEAR.test(found[end] ?? "") ? Number(found[end]) : 0;
    if (year) places = [...places, end];
    return (days.length ? days : [0]).map((each) => ({ year, month, day: each, word: "", places }));
  }

  // Spring is also water.
  isSeason(reading, at) {
    const before = reading.words[at - 1] ?? "";
    if (this.known.beforeDates.includes(before)) return true;
    return before === "the" && this.follows(reading, at);
  }

  // It stands behind "in" or the like, and counts nothing.
  isYear(reading, at) {
    return at > 0 && this.known.beforeDates.includes(reading.words[at - 1]) && this.follows(reading, at);
  }

  follows(reading, at) {
    const behind = at + 1;
    if (behind === reading.words.length || reading.gaps[behind]) return true;
    return this.stop.has(reading.words[behind]);
  }

  text(date) {
    const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
    if (date.word) return this.known.seasons.includes(date.word) ? date.word : capital(date.word);
    const month = date.month ? capital(this.known.months[date.month - 1]) : "";
    return [date.day || "", month, date.year || ""].filter(Boolean).join(" ");
  }

  // The day of the week of a whole date, else nothing.
  weekday(date) {
    if (!date.year || !date.month || !date.day) return "";
    const found = new Date(Date.UTC(date.year, date.month - 1, date.day));
    return found.getUTCDate() === date.day ? this.known.weekdays[(found.getUTCDay() + 6) % 7] : "";
  }
}

// Is everything in it that the other gives?
export function gives(date, other) {
  const parts = ["year", "month", "day"];
  return date.word === other.word && parts.every((part) => !other[part] || other[part] === date[part]);
}

export const placesOf = (dates) => new Set(dates.flatMap((each) => each.places));
