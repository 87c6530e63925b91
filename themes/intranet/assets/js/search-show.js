// Hits as the reader sees them: marks in title and text, and the section that says most of what was asked.
(function () {
  "use strict";
  const { words, plain, fold, stem } = rutinWords;
  const EXCERPT = 190, RUN = /[\p{L}\p{N}]+/gu;

  // Finds in a text what the query's words have found.
  class Marks {
    constructor(index, result) {
      const all = new Map();
      result.words.forEach(({ word, matches }, number) => {
        const forms = new Set([word, stem(word)]);
        for (const { term } of matches.slice(0, 12)) {
          if (!term.name.startsWith("=")) forms.add(term.name.replace("*", ""));
          else {
            const group = index.head.synonyms[Number(term.name.slice(1))] || [];
            for (const member of group) for (const part of words(member)) forms.add(stem(part));
          }
        }
        for (const form of forms) if (form.length > 1 && !index.small.has(form)) all.set(fold(form), number);
      });
      this.forms = [...all].sort(([one], [other]) => other.length - one.length);
      this.known = new Map();
    }

    // Which of the query's words a word of the text holds, or -1; a short form counts at its beginning only, and the
    // shortest as all of it.
    number(text) {
      let number = this.known.get(text);
      if (number === undefined) {
        const word = fold(plain(text));
        const found = this.forms.find(([form]) =>
          form.length > 3 ? word.includes(form) : form.length > 2 ? word.startsWith(form) : word === form);
        number = found ? found[1] : -1;
        this.known.set(text, number);
      }
      return number;
    }

    // [{start, end, word}] for whole words.
    in(text) {
      const found = [];
      for (const { 0: word, index: start } of text.matchAll(RUN)) {
        const number = this.number(word);
        if (number >= 0) found.push({ start, end: start + word.length, word: number });
      }
      return found;
    }

    // The text with its marks, as nodes; no markup of the text's own comes through.
    nodes(text, marks = this.in(text)) {
      const nodes = [];
      let place = 0;
      for (const { start, end } of marks) {
        if (start < place) continue;
        nodes.push(text.slice(place, start));
        const mark = document.createElement("mark");
        mark.textContent = text.slice(start, end);
        nodes.push(mark);
        place = end;
      }
      nodes.push(text.slice(place));
      return nodes;
    }

    // The section that holds most of the words: {anchor, heading, excerpt}; null where the text holds none. A title that
    // says all that was asked leads to the beginning of its page: then there is neither anchor nor heading.
    section(title, sections) {
      const inTitle = new Set(this.in(title).map((mark) => mark.word));
      let best = null;
      for (const [anchor, heading, text] of sections) {
        const inHeading = this.in(heading), inText = this.in(text);
        const held = new Set([...inHeading, ...inText].map((mark) => mark.word));
        const weight = held.size * 10 + new Set(inHeading.map((mark) => mark.word)).size * 6 + Math.min(5, inText.length);
        const leads = [...held].some((word) => !inTitle.has(word)) || (inHeading.length > 0 && !inTitle.size);
        if (held.size && (!best || weight > best.weight)) best = { anchor, heading, text, inText, weight, leads };
      }
      if (!best) return null;
      const place = best.leads ? { anchor: best.anchor, heading: best.heading } : { anchor: "", heading: "" };
      return { ...place, excerpt: this.excerpt(best.text, best.inText) };
    }

    // A piece of the text around the marks that stand closest together.
    excerpt(text, marks) {
      let first = marks.length ? marks[0].start : 0, most = 0, next = 0;
      const held = new Map();
      for (const { start, word } of marks) {
        for (; next < marks.length && marks[next].end < start + EXCERPT; next++) held.set(marks[next].word, (held.get(marks[next].word) || 0) + 1);
        if (held.size > most) [first, most] = [start, held.size];
        const left = (held.get(word) || 1) - 1;
        if (left) held.set(word, left);
        else held.delete(word);
      }
      let start = Math.max(0, first - 50);
      const sentence = text.slice(start, first).search(/[.!?:] \p{Lu}/u);
      if (sentence >= 0) start += sentence + 2;
      else if (start > 0) start = text.indexOf(" ", start) + 1;
      let end = Math.min(text.length, start + EXCERPT);
      if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), first + 1);
      return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
    }
  }

  window.rutinShow = { Marks };
})();
