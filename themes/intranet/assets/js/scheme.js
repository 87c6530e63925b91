// Runs before the page is drawn: tells the style sheet that scripts work, and which appearance the reader has chosen.
(function () {
  "use strict";
  var page = document.documentElement;
  page.classList.add("js");
  try {
    var chosen = localStorage.getItem("rutin:scheme");
    if (chosen === "light" || chosen === "dark") page.dataset.scheme = chosen;
  } catch (error) {
    // Storage is closed: the device's own appearance applies.
  }
})();
