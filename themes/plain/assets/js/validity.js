// Judges validity again on the reader's own day in Sweden, so that a page tells a document's state without being built
// anew. The build has worked out which states there are and when they begin; here the right one is only chosen.
// Without scripts the dates stand at the top.
(function () {
  "use strict";
  const inForce = /^(inForce|endsSoon|overdueReview|inForceUndated)$/;
  let judged = "";

  const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
  const text = (state) => document.body.dataset["state" + state[0].toUpperCase() + state.slice(1)];

  // "notYet 2026-04-01 inForce 2031-01-01 endsSoon": states with the days between on which they change.
  function stateOn(day, timeline) {
    const parts = timeline.split(" ");
    let state = parts[0];
    for (let index = 1; index < parts.length && parts[index] <= day; index += 2) state = parts[index + 1];
    return state;
  }

  function showDocument(whole, state) {
    for (const note of whole.querySelectorAll("[data-note]")) note.hidden = note.dataset.note !== state;
    for (const part of whole.querySelectorAll("[data-not-in-force]")) part.hidden = inForce.test(state);
    for (const part of whole.querySelectorAll("[data-state-text]")) part.textContent = text(state);
  }

  // In a list of what applies and what does not, a row stands under the right heading, in order.
  function sort(row, state) {
    const own = row.closest("[data-group]");
    const wanted = inForce.test(state) ? "gallande" : "ovriga";
    if (!own || own.dataset.group === wanted) return;
    const group = document.querySelector('[data-group="' + wanted + '"]');
    const title = (other) => other.querySelector("a").textContent;
    const list = group.querySelector("ul");
    const after = [...list.children].find((other) => title(other).localeCompare(title(row), "sv") > 0);
    list.insertBefore(row, after || null);
    group.hidden = false;
    own.hidden = !own.querySelector("li");
  }

  // Of a duty's dates the first that has not passed is shown; a date alone goes when it has passed.
  function showDates(day) {
    for (const list of document.querySelectorAll("[data-dates]")) {
      const dates = [...list.querySelectorAll("time")];
      const next = dates.find((date) => date.textContent >= day);
      for (const date of dates) date.hidden = date !== next;
      list.hidden = !next;
    }
  }

  function judge() {
    const day = today();
    if (day === judged) return;
    judged = day;
    for (const badge of document.querySelectorAll("[data-states]")) {
      const state = stateOn(day, badge.dataset.states);
      if (badge.dataset.state !== state) {
        badge.dataset.state = state;
        badge.textContent = text(state);
        const row = badge.closest(".row");
        if (row) sort(row, state);
      }
      if (badge.closest("[data-head]")) showDocument(badge.closest("[data-document]"), state);
    }
    showDates(day);
    document.dispatchEvent(new CustomEvent("rutin:day", { detail: day }));
  }

  // For scripts that show documents which the page itself does not hold.
  window.rutinValidity = { today, stateOn };

  judge();
  addEventListener("beforeprint", judge);
  addEventListener("pageshow", judge);
  document.addEventListener("visibilitychange", judge);
  // A page that is left open over midnight.
  setInterval(judge, 30000);
})();
