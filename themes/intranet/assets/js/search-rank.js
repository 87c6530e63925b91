// A query as typed → entries in order.
(function () {
  "use strict";
  const { words, stem } = rutinWords;
  const { Index, read } = rutinIndex;
  const SCORES = 2 ** 26, ENTRIES = 2 ** 22;

  // What states the entries have on a day, by the rule of all pages.
  class Validity {
    constructor({ head }, day = rutinValidity.today()) {
      const states = new Map(head.states.map(([name, text, standing]) => [name, { name, text, standing: Number(standing) }]));
      this.states = [null, ...head.timelines.map((timeline) => states.get(rutinValidity.stateOn(day, timeline)))];
      this.timeline = head.timeline;
      this.day = day;
    }
    // {name, text, standing} or null; standing: 0 applies, 1 uncertain, 2 set aside.
    of(entry) {
      return this.states[this.timeline[entry]];
    }
  }

  // The words worth looking for; all of them when all are small.
  function parse(index, query) {
    const all = words(query);
    const said = all.filter((word, place) => !index.small.has(word) && (word.length > 1 || /\p{N}/u.test(word)));
    return { all, said: (said.length ? said : all).slice(0, 12) };
  }

  // Runs of short words with a number among them, written as one: vof r 004 → vofr004.
  function numbered(all) {
    const runs = [];
    let run = [];
    for (const word of [...all, ""]) {
      if (word && (word.length < 5 || /\p{N}/u.test(word))) run.push(word);
      else {
        if (run.some((part) => /\p{N}/u.test(part))) runs.push(run);
        run = [];
      }
    }
    return runs;
  }

  // What each word of the query finds: [{word, matches}], a compound that nobody has written as its parts.
  async function lookUp(index, query) {
    const { all, said } = parse(index, query);
    const stems = said.map(stem);
    const asked = await Promise.all(said.map((word) => index.find(word)));
    const groups = await Promise.all(index.synonyms(stems).map(async ({ first, count, term }) => ({ first, count, matches: await index.group(term) })));
    for (const { first, count, matches } of groups) for (let place = first; place < first + count; place++) asked[place].push(...matches);
    const found = [];
    let isGuess = false;
    for (const [place, word] of said.entries()) {
      if (asked[place].length) {
        found.push({ word, matches: asked[place] });
        continue;
      }
      const near = await index.nearly(word);
      const parts = near.length || word.length < 6 ? null : await index.split(word);
      isGuess ||= near.length > 0;
      for (const matches of parts || [near]) found.push({ word, matches });
    }
    for (const run of numbered(all)) {
      for (let first = 0; first < run.length; first++) {
        const joined = run.slice(first).join("");
        if (run.length - first < 2 && run.length > 1) continue;
        const matches = (await index.find(joined)).map((match) => ({ ...match, isNumber: true }));
        if (matches.length) {
          found.push({ word: joined, matches, isNumber: true });
          break;
        }
      }
    }
    return { words: found, isGuess, stems };
  }

  // Adds up what the words find, by entry: `score`, `covered`, the share of the query that the entry holds, and `right`,
  // whether by the right letters. `whole` is what all of the query would be, `touched` the entries that hold any of it.
  async function weigh(index, found) {
    const score = new Float32Array(index.count), covered = new Float32Array(index.count), right = new Uint8Array(index.count);
    const best = new Float32Array(index.count), isRight = new Uint8Array(index.count);
    const touched = [];
    let whole = 0;
    for (const { matches, isNumber } of found) {
      const texts = await Promise.all(matches.map(({ term }) => index.list(term)));
      const here = [];
      let near = 0;
      matches.forEach((match, place) => {
        read(texts[place], (entry, weight) => {
          const value = weight * match.quality;
          if (!best[entry]) here.push(entry);
          if (value > best[entry]) best[entry] = value;
          if (match.right && !isRight[entry]) {
            isRight[entry] = 1;
            near++;
          }
        });
      });
      const rarity = Math.log(1 + index.count / (2 + (near || here.length))) + 0.3;
      const share = rarity * (isNumber ? 3 : 1);
      if (!isNumber) whole += share;
      for (const entry of here) {
        if (!score[entry]) touched.push(entry);
        score[entry] += share * best[entry];
        if (isRight[entry] || !near) {
          covered[entry] += share;
          right[entry] = 1;
        }
        best[entry] = isRight[entry] = 0;
      }
    }
    return { score, covered, right, whole, touched };
  }

  // Entries in order; a hit must hold about half of what was asked, or as much as any does.
  async function search(index, query, validity = new Validity(index)) {
    const { words: found, isGuess, stems } = await lookUp(index, query);
    const { score, covered, right, whole, touched } = await weigh(index, found);
    const { kind, kinds } = index.head;
    const ranks = kinds.map((kind) => 0.28 + 0.08 * Number(kind[2]));
    let most = 0;
    for (const entry of touched) if (covered[entry] > most) most = covered[entry];
    const least = 0.4 * Math.min(most, whole || most);
    // Each hit is one number, so that sorting is fast: what lies below, then the score from the highest, then the entry.
    const order = new Float64Array(touched.length);
    let count = 0;
    for (const entry of touched) {
      if (covered[entry] < least) continue;
      const holds = whole ? Math.min(1, covered[entry] / whole) : 1;
      const state = validity.of(entry);
      const standing = state ? state.standing : 0;
      const value = score[entry] * (0.3 + 0.7 * holds * holds) * ranks[kind[entry]] * (standing === 1 ? 0.8 : 1);
      const tier = (right[entry] ? 0 : 2) + (standing === 2 ? 1 : 0);
      order[count++] = ((tier + 1) * SCORES - Math.min(SCORES, Math.round(value * 4096))) * ENTRIES + entry;
    }
    return { hits: Array.from(order.subarray(0, count).sort(), (hit) => hit % ENTRIES), words: found, stems, isGuess };
  }

  window.rutinSearch = { open: Index.open, search, Validity };
})();
