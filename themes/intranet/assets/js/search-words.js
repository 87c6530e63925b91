// Text → words and stems, as the build does it (WordScanner, SwedishStemmer). The stemmer is Snowball's for Swedish.
(function () {
  "use strict";
  const latin = { à: "a", á: "a", â: "a", ã: "a", æ: "ae", ç: "c", è: "e", é: "e", ê: "e", ë: "e", ì: "i", í: "i", î: "i",
    ï: "i", ñ: "n", ò: "o", ó: "o", ô: "o", õ: "o", ø: "o", ù: "u", ú: "u", û: "u", ü: "u", ý: "y", ÿ: "y", ß: "ss" };
  const word = /[\p{Alphabetic}\p{N}]+/gu;

  // The letters that words are compared by; å ä ö are letters of their own.
  const plain = (text) =>
    text.normalize("NFC").toLowerCase().replace(/[\u0300-\u036f\u00ad]/g, "").replace(/[à-ÿß]/g, (letter) => latin[letter] || letter);

  const words = (text) => (plain(text).match(word) || []).map((found) => found.slice(0, 80));

  // Without dots and rings: å and ä as a, ö as o.
  const fold = (text) => text.replace(/[åä]/g, "a").replace(/ö/g, "o");

  const longestFirst = (text) => text.split(" ").sort((one, other) => other.length - one.length);
  const endings = longestFirst(
    "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas " +
    "es ades andes ens arens hetens erns at andet het ast s");
  const pairs = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
  const derived = longestFirst("lig ig els löst fullt");
  const vowels = "aeiouyäåö";

  // Where the part begins in which endings are taken away: after the first consonant after a vowel, at the fourth letter soonest.
  function region(text) {
    let place = 0;
    while (place < text.length && !vowels.includes(text[place])) place++;
    while (place < text.length && vowels.includes(text[place])) place++;
    return place < text.length ? Math.max(3, place + 1) : text.length;
  }

  function stem(text) {
    if (text.length < 3 || /\p{N}/u.test(text)) return text;
    const start = region(text);
    const last = (list) => list.find((ending) => text.length - ending.length >= start && text.endsWith(ending));
    const ending = last(endings);
    if (ending === "s") {
      if (/[bcdfghjklmnoprtvy]s$/.test(text)) text = text.slice(0, -1);
    } else if (ending) text = text.slice(0, -ending.length);
    if (last(pairs)) text = text.slice(0, -1);
    const suffix = last(derived);
    if (suffix) text = text.slice(0, suffix === "löst" || suffix === "fullt" ? -1 : -suffix.length);
    return text;
  }

  // What may be missing at the end of a word that is being typed, from its stem on.
  const tails = new Set();
  for (const first of ["", "d", "g", "n", "t", "k", "lig", "ig", "els", "t"]) {
    for (const second of ["", "et", "ets", "an", "ans", "at", ...endings]) {
      const tail = first + second;
      for (let length = 1; length <= tail.length; length++) tails.add(tail.slice(0, length));
    }
  }

  window.rutinWords = { plain, words, fold, stem, tails };
})();
