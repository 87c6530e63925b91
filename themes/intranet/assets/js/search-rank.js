// A query as typed → entries in order.
(function () {
  "use strict";
  const { words, stem } = rutinWords;
  const { Index, read } = rutinIndex;

  // Whether an entry applies on a day; the state printed at the build holds until its dates say otherwise.
  class Validity {
    // `texts` says what the states are called that a day can lead to.
    constructor(index, texts = {}, day = today()) {
      this.head = index.head;
      this.texts = texts;
      this.day = day;
    }
    // [code name, text, standing] or null; standing: 0 applies, 1 uncertain, 2 set aside.
    of(entry) {
      const { state, states, until, from, soonDays } = this.head;
      if (!state[entry]) return null;
      let [name, text, standing] = states[state[entry] - 1];
      if ((name === "inForce" || name === "endsSoon") && until[entry]) {
        if (until[entry] < this.day) [name, text, standing] = this.named("expired", text);
        else if (until[entry] - this.day <= soonDays) [name, text, standing] = this.named("endsSoon", text);
      } else if (name === "notYet" && from[entry] && from[entry] <= this.day) {
        [name, text, standing] = this.named("inForce", text);
      }
      return { name, text, standing: Number(standing) };
    }
    named(name, text) {
      return [name, this.texts[name] || text, name === "expired" ? 2 : 0];
    }
  }

  // Days since 1970 where the routines apply.
  function today() {
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());
    return Math.floor(Date.parse(day + "T00:00:00Z") / 86400000);
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

  // Adds up what the words find; `covered` is the share of the query that an entry holds.
  async function weigh(index, found) {
    const score = new Float32Array(index.count), covered = new Float32Array(index.count);
    const right = new Uint8Array(index.count);
    let whole = 0;
    const best = new Float32Array(index.count), isRight = new Uint8Array(index.count);
    for (const { matches, isNumber } of found) {
      const touched = [];
      const texts = await Promise.all(matches.map(({ term }) => index.list(term)));
      let near = 0;
      matches.forEach((match, place) => {
        read(texts[place], (entry, weight) => {
          const value = weight * match.quality;
          if (!best[entry]) touched.push(entry);
          if (value > best[entry]) best[entry] = value;
          if (match.right && !isRight[entry]) {
            isRight[entry] = 1;
            near++;
          }
        });
      });
      const rarity = Math.log(1 + index.count / (2 + (near || touched.length))) + 0.3;
      const share = rarity * (isNumber ? 3 : 1);
      if (!isNumber) whole += share;
      for (const entry of touched) {
        score[entry] += share * best[entry];
        if (isRight[entry] || !near) {
          covered[entry] += share;
          right[entry] = 1;
        }
        best[entry] = 0;
        isRight[entry] = 0;
      }
    }
    return { score, covered, right, whole };
  }

  // [{entry, score}] in order; a hit must hold about half of what was asked, or as much as any does.
  async function search(index, query, validity = new Validity(index)) {
    const { words: found, isGuess, stems } = await lookUp(index, query);
    const { score, covered, right, whole } = await weigh(index, found);
    const { kind, kinds } = index.head;
    let most = 0;
    for (const share of covered) most = Math.max(most, share);
    const hits = [];
    for (let entry = 0; entry < index.count; entry++) {
      if (!score[entry] || covered[entry] < 0.4 * Math.min(most, whole || most)) continue;
      const holds = whole ? Math.min(1, covered[entry] / whole) : 1;
      const rank = 0.28 + 0.08 * Number(kinds[kind[entry]][2]);
      const state = validity.of(entry);
      const standing = state ? state.standing : 0;
      hits.push({ entry, state, score: score[entry] * (0.3 + 0.7 * holds * holds) * rank * (standing === 1 ? 0.8 : 1), tier: (right[entry] ? 0 : 2) + (standing === 2 ? 1 : 0) });
    }
    hits.sort((one, other) => one.tier - other.tier || other.score - one.score || one.entry - other.entry);
    return { hits, words: found, stems, isGuess };
  }

  window.rutinSearch = { open: Index.open, search, Validity, today };
})();
