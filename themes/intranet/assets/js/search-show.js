// Hits as the reader sees them: marks in title and text, and the section that says most of what was asked.
(function () {
  "use strict";
  const { words, fold, stem } = rutinWords;
  const EXCERPT = 190;

  // Finds in a text what the query's words have found.
  class Marks {
    constructor(index, result) {
      this.words = new Map();
      result.words.forEach(({ word, matches }, number) => {
        const forms = new Set([word, stem(word)]);
        for (const { term } of matches.slice(0, 12)) {
          if (!term.name.startsWith("=")) forms.add(term.name.replace("*", ""));
          else {
            const group = index.head.synonyms[Number(term.name.slice(1))] || [];
            for (const member of group) for (const part of words(member)) forms.add(stem(part));
          }
        }
        for (const form of forms) if (form.length > 1 && !index.small.has(form)) this.words.set(fold(form), number);
      });
      const parts = [...this.words.keys()].sort((one, other) => other.length - one.length)
        .map((form) => form.replace(/a/g, "[aåä]").replace(/o/g, "[oö]"));
      this.pattern = parts.length ? new RegExp("(?:" + parts.join("|") + ")", "giu") : null;
    }

    // [{start, end, word}] for whole words; a short form counts at the beginning of a word only.
    in(text) {
      const found = [];
      if (!this.pattern) return found;
      this.pattern.lastIndex = 0;
      for (const match of text.matchAll(this.pattern)) {
        let start = match.index, end = start + match[0].length;
        if (found.length && start < found[found.length - 1].end) continue;
        const isBeginning = !/[\p{L}\p{N}]/u.test(text[start - 1] || " ");
        if (match[0].length < 4 && !isBeginning) continue;
        while (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1])) start--;
        while (end < text.length && /[\p{L}\p{N}]/u.test(text[end])) end++;
        if (match[0].length < 3 && end - start > match[0].length) continue;
        found.push({ start, end, word: this.words.get(fold(match[0].toLowerCase())) ?? -1 });
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
