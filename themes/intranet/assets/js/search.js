// The search page: searches while the reader types, and shows the hits as links.
(function () {
  "use strict";
  const page = document.querySelector("[data-search]");
  const field = page.querySelector("input[type=search]");
  const list = document.getElementById("search-results");
  const status = page.querySelector("[data-status]");
  const spoken = page.querySelector("[data-spoken]");
  const more = page.querySelector("[data-more]");
  const none = page.querySelector("[data-none]");
  const start = page.querySelector("[data-start]");
  const filters = page.querySelector("[data-filters]");
  const texts = status.dataset;
  const root = page.dataset.root;
  // Hits that are shown with their words at once, and hits that are shown at a time.
  const READ = 6;
  let step = 20;
  let opened, validity, result, marks, shown = 0, latest = 0, speaking, remembering;

  const parameters = () => new URLSearchParams(location.search);
  const chosen = (name) => filters.querySelector(`[name=${name}]`);
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  function open() {
    opened ||= rutinSearch.open(root + page.dataset.pieces, page.dataset.version).then((index) => {
      if (!index) throw new Error("no index");
      if (index.count < 500) step = 50;
      offer("omrade", index.head.areas.map((area, number) => [number, area]));
      const kinds = new Map(index.head.kinds.map(([key, text]) => [key, text]));
      offer("typ", [...kinds].sort((one, other) => one[1].localeCompare(other[1], "sv")));
      return index;
    }).catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  function offer(name, choices) {
    const select = chosen(name);
    for (const [value, text] of choices) select.append(new Option(text, value));
    select.value = parameters().get(name) || "";
    if (select.selectedIndex < 0) select.value = "";
  }

  // Hits that the reader's choices leave.
  function filtered(index) {
    const { kind, kinds, place, areaSets } = index.head;
    const area = chosen("omrade").value, wanted = chosen("typ").value, onlyValid = chosen("galler").checked;
    if (!area && !wanted && !onlyValid) return result.hits;
    return result.hits.filter((entry) =>
      (!area || areaSets[place[entry]].includes(Number(area))) && (!wanted || kinds[kind[entry]][0] === wanted) &&
      !(onlyValid && validity.of(entry)?.standing === 2));
  }

  async function search() {
    const turn = ++latest;
    const query = field.value.trim();
    // Not at once: it takes longer than the search itself.
    clearTimeout(remembering);
    remembering = setTimeout(remember, 400);
    if (!query) return answer(query, null, [], []);
    try {
      const index = await open();
      if (turn !== latest) return;
      validity ||= new rutinSearch.Validity(index);
      const found = await rutinSearch.search(index, query, validity);
      if (turn !== latest) return;
      result = found;
      marks = new rutinShow.Marks(index, result);
      const hits = filtered(index);
      // The first hits come alone, of a large handbook fewer; the others follow when they are here.
      const now = index.count < 500 ? 20 : READ;
      const first = await prepare(index, hits.slice(0, now), READ);
      if (turn !== latest) return;
      answer(query, index, hits, first);
      if (now < step) append(turn, index, await prepare(index, hits.slice(now, step), 0));
    } catch (error) {
      if (turn === latest) status.textContent = texts.failed;
    }
  }

  // Hits with their rows, the first `read` of them with the section that matched.
  async function prepare(index, entries, read) {
    const [documents, rows] = await Promise.all([
      Promise.all(entries.slice(0, read).map((entry) => index.document(entry))), index.rows(entries.slice(read))]);
    return [...documents.map((found) => ({ ...found, section: marks.section(found.title, found.sections) })), ...rows];
  }

  function append(turn, index, next) {
    if (turn !== latest || !next.length) return null;
    const items = next.map((hit) => item(index, hit));
    list.append(...items);
    shown += next.length;
    more.hidden = shown >= result.shown.length;
    return items[0];
  }

  function answer(query, index, hits, first) {
    result = index ? { ...result, shown: hits } : null;
    shown = first.length;
    sight.disconnect();
    list.replaceChildren(...first.map((hit) => item(index, hit)));
    list.dataset.query = query;
    list.dataset.count = hits.length;
    none.hidden = !query || hits.length > 0;
    start.hidden = Boolean(query);
    filters.hidden = !query;
    more.hidden = shown >= hits.length;
    const pattern = !query ? "" : hits.length === 1 ? texts.one : hits.length ? texts.other : texts.zero;
    const guess = query && hits.length && result && result.isGuess ? " " + texts.guess : "";
    status.textContent = fill(pattern, { antal: hits.length, ord: query }) + guess;
    clearTimeout(speaking);
    speaking = setTimeout(() => (spoken.textContent = status.textContent), 700);
  }

  function item(index, hit) {
    const { kind, kinds, place, areas, areaSets } = index.head;
    const li = document.createElement("li");
    li.className = "hit";
    const link = document.createElement("a");
    link.className = "row-link";
    link.append(...marks.nodes(hit.title));
    li.append(link);
    const meta = document.createElement("p");
    meta.className = "meta";
    const facts = [kinds[kind[hit.entry]][1], hit.number, areaSets[place[hit.entry]].map((area) => areas[area]).join(", ")];
    for (const fact of facts.filter(Boolean)) {
      const part = document.createElement("span");
      part.textContent = fact;
      meta.append(part, " ");
    }
    const state = validity.of(hit.entry);
    if (state) {
      const badge = document.createElement("span");
      badge.className = "badge";
      badge.dataset.state = state.name;
      badge.textContent = state.text;
      meta.append(badge);
    }
    li.append(meta);
    li.dataset.entry = hit.entry;
    describe(li, hit);
    // Hits further down get their words when they come into sight.
    if (hit.section === undefined) sight.observe(li);
    return li;
  }

  // Where the hit leads, and the words around what was found.
  function describe(li, hit) {
    const link = li.querySelector("a");
    const { section } = hit;
    link.href = root + hit.address + (section && section.anchor ? "#" + section.anchor : "");
    if (!section) return;
    const text = document.createElement("p");
    text.className = "excerpt";
    if (section.heading) {
      const heading = document.createElement("strong");
      heading.append(...marks.nodes(section.heading));
      text.append(heading, " ");
    }
    text.append(...marks.nodes(section.excerpt));
    li.append(text);
  }

  const sight = new IntersectionObserver(async (changes) => {
    const index = await open();
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      const turn = latest;
      const found = await index.document(Number(target.dataset.entry));
      if (turn === latest && target.isConnected) describe(target, { ...found, section: marks.section(found.title, found.sections) });
    }
  }, { rootMargin: "200px" });

  async function showMore() {
    const index = await open();
    const turn = latest;
    const next = await prepare(index, result.shown.slice(shown, shown + step), 0);
    append(turn, index, next)?.querySelector("a").focus();
  }

  // The address says what is searched for, so that it can be linked to.
  function remember() {
    clearTimeout(remembering);
    const wanted = new URLSearchParams(), query = field.value.trim();
    if (query) wanted.set("q", query);
    for (const name of ["omrade", "typ"]) if (chosen(name).value) wanted.set(name, chosen(name).value);
    if (chosen("galler").checked) wanted.set("galler", "1");
    const text = wanted.toString();
    if (text === parameters().toString()) return;
    try {
      history.replaceState(null, "", text ? "?" + text : location.pathname);
    } catch (error) {
      // A file share: the address stays as it was.
    }
  }

  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  field.addEventListener("input", search);
  field.addEventListener("focus", () => open().catch(() => {}), { once: true });
  filters.addEventListener("change", search);
  more.addEventListener("click", showMore);
  list.addEventListener("click", remember);
  // Midnight has passed: what applied may do so no longer.
  document.addEventListener("rutin:day", () => {
    if (!validity) return;
    validity = null;
    search();
  });

  // Arrows go between the field and the hits; Escape goes back to the field.
  page.addEventListener("keydown", (event) => {
    const links = [field, ...list.querySelectorAll(".row-link")];
    const here = links.indexOf(document.activeElement);
    if (here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && links[here + step]) {
      links[here + step].focus();
      event.preventDefault();
    } else if (event.key === "Escape" && here > 0) {
      field.focus();
      field.select();
      event.preventDefault();
    }
  });

  field.value = parameters().get("q") || "";
  chosen("galler").checked = parameters().get("galler") === "1";
  if (field.value) search();
  else {
    answer("", null, [], []);
    field.focus();
  }
})();
