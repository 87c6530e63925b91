// Looks words up in the index: which pieces hold them, and which terms they mean.
(function () {
  "use strict";
  const { words, fold, stem, tails } = rutinWords;
  const { load, numbers, read, terms, fileName } = rutinPieces;

  // Quality of a match beside the word itself; what stands with other letters never comes near.
  const WHOLE = 1, BEGINNING = 0.35, LONGER = 0.3, ENDING = 0.8, SYNONYM = 0.9, DOTLESS = 0.55, FALLBACK = 0.004, SLIP = 0.4;

  class Directory {
    constructor(bounds, isEmpty, prefix) {
      this.bounds = isEmpty ? [] : bounds.split(" ");
      this.prefix = prefix;
    }
    // The piece in which a key would stand.
    at(key) {
      let low = 0, high = this.bounds.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (this.bounds[middle] <= key) low = middle;
        else high = middle;
      }
      return low;
    }
    // The pieces of all keys that begin so, no more than `most`.
    range(prefix, most) {
      const first = this.at(prefix), last = this.at(prefix + "\uffff"), found = [];
      for (let piece = first; piece <= last && found.length < most; piece++) found.push(piece);
      return this.bounds.length ? found : [];
    }
    name(piece) {
      return this.prefix + fileName(this.bounds[piece]);
    }
  }

  class Index {
    // null when it cannot be had.
    static async open(place, version) {
      const head = await load(place, "head", version);
      return head ? new Index(place, version, head) : null;
    }

    constructor(place, version, head) {
      this.place = place;
      this.version = version;
      this.head = { ...head };
      this.count = head.count;
      for (const name of ["kind", "place", "timeline"]) this.head[name] = numbers(head[name], head.count);
      this.small = new Set(head.small.split(" "));
      this.shards = new Directory(head.terms, !head.count, "t-");
      this.ends = new Directory(head.ends, !head.count, "e-");
      this.parsed = new Map();
      this.groups = [];
      head.synonyms.forEach((group, number) => {
        for (const member of group) this.groups.push({ stems: words(member).map(stem), term: "=" + number });
      });
    }

    load(name) {
      return load(this.place, name, this.version);
    }

    // The terms of one piece, with the letters they are sorted by.
    async shard(piece) {
      if (!this.parsed.has(piece)) {
        const text = this.shards.bounds.length ? await this.load(this.shards.name(piece)) : undefined;
        if (text === undefined) return [];
        this.parsed.set(piece, terms(text).map((term) => ({ ...term, key: fold(term.name) })));
      }
      return this.parsed.get(piece);
    }

    // All terms of the pieces that hold the keys or what begins like the prefix.
    async terms(keys, prefix, most = 6) {
      const pieces = new Set(keys.map((key) => this.shards.at(key)));
      if (prefix) for (const piece of this.shards.range(prefix, most)) pieces.add(piece);
      const found = await Promise.all([...pieces].sort((one, other) => one - other).map((piece) => this.shard(piece)));
      return found.flat();
    }

    // The entries of a term as text.
    async list(term) {
      return term.code === "!" ? (await this.load("p-" + fileName(term.name))) || "" : term.code;
    }

    // [{term, quality}] for one word; `exact` tells whether any is the word itself.
    async find(word, { asPrefix = true } = {}) {
      const key = fold(word), root = stem(word), rootKey = fold(root);
      const isNumber = /\p{N}/u.test(word);
      const keys = [key, rootKey];
      const beginnings = [];
      for (let length = 2; length < key.length; length++) {
        if (!isNumber && tails.has(key.slice(length))) beginnings.push(key.slice(0, length));
      }
      const long = asPrefix && key.length > 2 ? key : null;
      const all = await this.terms([...keys, key + "*", ...beginnings], long && (await this.isCommon(long)) ? null : long);
      const matches = [];
      let whole = false;
      for (const term of all) {
        const { name } = term;
        if (name === root || name === word) {
          matches.push({ term, quality: WHOLE, right: true, whole: true });
          whole = true;
        } else if (term.key === rootKey || term.key === key) {
          matches.push({ term, quality: DOTLESS, right: false });
        } else if (name.endsWith("*")) {
          if (name.slice(0, -1) === key) matches.push({ term, quality: BEGINNING, right: key === word });
        } else if (long && term.key.startsWith(key)) {
          const quality = BEGINNING + LONGER * (key.length / term.key.length);
          matches.push(name.startsWith(word) ? { term, quality, right: true } : { term, quality: quality * DOTLESS, right: false });
        } else if (beginnings.includes(term.key) && term.key.length > 2) {
          matches.push(word.startsWith(name) ? { term, quality: ENDING, right: true } : { term, quality: ENDING * DOTLESS, right: false });
        }
      }
      // The right letters have been found: what differs by dots comes last.
      if (whole) for (const match of matches) if (!match.right) match.quality *= FALLBACK;
      return matches;
    }

    // Whether a beginning has a term of its own, so that its words need not be fetched.
    async isCommon(prefix) {
      if (prefix.length > 6) return false;
      return (await this.terms([prefix + "*"])).some((term) => term.name === prefix + "*");
    }

    // Terms that differ from the word by one slip: a letter more, less or other, or two that changed places.
    async nearly(word) {
      if (word.length < 4 || /\p{N}/u.test(word)) return [];
      const forms = [...new Set([stem(word), word].map(fold))];
      const half = forms[0].length >> 1;
      const first = forms[0].slice(0, Math.max(2, half - 1));
      const near = await this.terms([], first, 5);
      const names = new Set(near.filter((term) => !/[=*]/.test(term.name)).map((term) => term.name));
      for (const form of forms) {
        const last = [...form.slice(Math.min(form.length - 2, (form.length >> 1) + 1))].reverse().join("");
        const pieces = await Promise.all(this.ends.range(last, 3).map((piece) => this.load(this.ends.name(piece))));
        for (const text of pieces) for (const term of terms(text || "")) names.add([...term.name].reverse().join(""));
      }
      const found = [];
      for (const name of names) {
        if (name.length < 3 || !forms.some((form) => Math.abs(form.length - name.length) < 2)) continue;
        const key = fold(name);
        if (forms.some((form) => slips(form, key) < 2)) found.push(name);
      }
      found.sort((one, other) => Math.abs(one.length - forms[0].length) - Math.abs(other.length - forms[0].length));
      const matches = [];
      for (const name of found.slice(0, 6)) {
        const term = (await this.terms([fold(name)])).find((term) => term.name === name);
        if (term) matches.push({ term, quality: SLIP, right: true });
      }
      return matches;
    }

    // A compound that nobody has written: the words it is made of, or its last if only that is known.
    async split(word) {
      for (let cut = word.length - 3; cut >= 3; cut--) {
        const first = word.slice(0, cut), last = word.slice(cut);
        const heads = await this.find(first, { asPrefix: false });
        if (!heads.some((match) => match.whole)) continue;
        const tails = await this.find(last, { asPrefix: true });
        if (tails.some((match) => match.whole)) return [heads, tails];
      }
      for (let cut = 3; cut <= word.length - 3 && cut < 10; cut++) {
        const matches = (await this.find(word.slice(cut), { asPrefix: false })).filter((match) => match.whole);
        if (matches.length) return [matches];
      }
      return null;
    }

    // Where in a row of words an editors' synonym stands: [{first, count, term}]
    synonyms(stems) {
      const found = [];
      for (const group of this.groups) {
        for (let first = 0; first + group.stems.length <= stems.length; first++) {
          if (group.stems.every((stem, offset) => stems[first + offset] === stem)) {
            found.push({ first, count: group.stems.length, term: group.term });
          }
        }
      }
      return found;
    }

    async group(name) {
      const term = (await this.terms([name])).find((term) => term.name === name);
      return term ? [{ term, quality: SYNONYM, right: true }] : [];
    }

    async rows(entries) {
      const size = this.head.rowSize;
      const pieces = [...new Set(entries.map((entry) => Math.floor(entry / size)))];
      const loaded = new Map(await Promise.all(pieces.map(async (piece) =>
        [piece, (await this.load("r" + piece)) || []])));
      return entries.map((entry) => {
        const [address, title, number] = loaded.get(Math.floor(entry / size))[entry % size] || ["", "", ""];
        return { entry, address, title, number };
      });
    }

    // A row with its text: sections are [anchor, heading, text].
    async document(entry) {
      const [[address, title, number], sections] = (await this.load("d" + entry)) || [["", "", ""], []];
      return { entry, address, title, number, sections };
    }
  }

  // How many slips make one word of the other, no more than two told.
  function slips(one, other) {
    if (Math.abs(one.length - other.length) > 1) return 2;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    let left = one.slice(start), right = other.slice(start);
    while (left && right && left[left.length - 1] === right[right.length - 1]) {
      left = left.slice(0, -1);
      right = right.slice(0, -1);
    }
    if (left.length <= 1 && right.length <= 1) return left || right ? 1 : 0;
    return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0] ? 1 : 2;
  }

  window.rutinIndex = { Index, read, slips };
})();
