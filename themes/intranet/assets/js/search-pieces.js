// Fetches pieces of the index. Each is a script that calls rutinPiece with its name and data: so it works from a file
// share, and nothing but scripts of our own need be allowed.
(function () {
  "use strict";
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const codes = new Uint8Array(128);
  for (let code = 0; code < 64; code++) codes[letters.charCodeAt(code)] = code;
  const wanted = new Map();
  const done = new Map();

  window.rutinPiece = (name, data) => done.set(name, data);

  // The data, or undefined when it cannot be had; a piece is fetched once.
  function load(place, name, version) {
    if (!wanted.has(name)) {
      wanted.set(name, new Promise((resolve) => {
        const script = document.createElement("script");
        script.async = true;
        script.src = place + name + ".js?" + version;
        script.onload = script.onerror = () => {
          script.remove();
          if (!done.has(name)) wanted.delete(name);
          resolve(done.get(name));
          done.delete(name);
        };
        document.head.append(script);
      }));
    }
    return wanted.get(name);
  }

  // `count` numbers of five bits a letter; the sixth says that more follows.
  function numbers(text, count) {
    const all = new Uint32Array(count);
    for (let index = 0, place = 0; index < count; index++) {
      let code, shift = 0;
      do {
        code = codes[text.charCodeAt(place++)];
        all[index] += (code & 31) << shift;
        shift += 5;
      } while (code > 31);
    }
    return all;
  }

  // Calls found(entry, weight) for each entry of a list, the heaviest first.
  function read(text, found) {
    let place = 0;
    const next = () => {
      let code = codes[text.charCodeAt(place++)];
      let number = code & 31;
      for (let shift = 5; code > 31; shift += 5) {
        code = codes[text.charCodeAt(place++)];
        number += (code & 31) << shift;
      }
      return number;
    };
    while (place < text.length) {
      const weight = next();
      let entry = -1;
      for (let count = next(); count > 0; count--) found((entry += next() + 1), weight);
    }
  }

  // Words written as what they do not share with the one before; each may have a value after a space.
  function terms(text) {
    const all = [];
    let previous = "";
    for (const part of text ? text.split(",") : []) {
      const space = part.indexOf(" ");
      const end = space < 0 ? part.length : space;
      previous = previous.slice(0, codes[part.charCodeAt(0)]) + part.slice(1, end);
      all.push({ name: previous, code: space < 0 ? "" : part.slice(space + 1) });
    }
    return all;
  }

  const encoder = new TextEncoder();
  const fileName = (text) =>
    Array.from(encoder.encode(text), (byte) =>
      /[a-z0-9]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : "_" + byte.toString(16).padStart(2, "0")).join("");

  window.rutinPieces = { load, numbers, read, terms, fileName };
})();
