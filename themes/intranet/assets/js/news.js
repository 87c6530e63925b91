// What is new to the reader: changes that have come since the first visit, until they are marked as read. Only on this
// device.
(function () {
  "use strict";
  const list = document.querySelector("[data-news]");
  const rows = list ? [...list.querySelectorAll("[data-key]")] : [];
  const status = document.querySelector("[data-news-status]");
  const button = document.querySelector("[data-news-read]");
  const role = document.querySelector("select[name=roller]");
  const read = "rutin:news:read";
  const kept = "rutin:news:role";

  function load(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (error) {
      return null;
    }
  }

  function save(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch (error) {
      // Storage is closed: it holds while the page is open.
    }
  }

  let known = load(read);
  const isFirst = !Array.isArray(known);

  function markRead() {
    known = rows.map((row) => row.dataset.key);
    save(read, known);
  }

  function show(nothing) {
    let count = 0;
    for (const row of rows) {
      const isNew = !known.includes(row.dataset.key);
      row.classList.toggle("is-new", isNew);
      row.querySelector("[data-new]").hidden = !isNew;
      if (isNew && !row.hidden) count += 1;
    }
    status.textContent = (count ? status.dataset.some : nothing).replace("{antal}", count);
    button.disabled = !rows.some((row) => row.classList.contains("is-new"));
  }

  if (role) {
    const chosen = load(kept);
    if (!role.value && [...role.options].some((option) => option.value === chosen)) {
      role.value = chosen;
      role.dispatchEvent(new Event("change", { bubbles: true }));
    }
    // After the filter, which hears of it first.
    role.form.addEventListener("change", () => {
      save(kept, role.value);
      show(status.dataset.none);
    });
  }
  button.addEventListener("click", () => {
    markRead();
    show(status.dataset.none);
    status.focus();
  });
  // A reader who has never been here has nothing to compare with: what comes after today is new.
  if (isFirst) markRead();
  show(isFirst ? status.dataset.first : status.dataset.none);
})();
