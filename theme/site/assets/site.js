// Light and dark, the search panel of a small screen, the open menu, the page in other languages.
// Everything else is plain HTML.
(function () {
  "use strict";
  var root = document.documentElement;
  var system = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : system.matches;
  }

  var button = document.querySelector("button.theme");
  function label() {
    button.querySelector("span").textContent = isDark() ? button.dataset.light : button.dataset.dark;
  }
  if (button) {
    label();
    system.addEventListener("change", label);
    button.addEventListener("click", function () {
      var display = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", display);
      try {
        localStorage.setItem("display", display);
      } catch (error) {
        // Not remembered, still shown.
      }
      label();
    });
  }

  document.querySelectorAll("[data-opens]").forEach(function (opener) {
    var panel = document.getElementById(opener.dataset.opens);
    opener.addEventListener("click", function () {
      var open = panel.classList.toggle("open");
      opener.setAttribute("aria-expanded", String(open));
      if (open) panel.querySelector("input").focus();
    });
  });

  // What the address asks for is shown at once: the comparison says itself when it is there.
  document.addEventListener("DOMContentLoaded", function () {
    if (!document.getElementById("chosen")) document.getElementById("main").classList.add("there");
  });

  // The page in another language keeps what was chosen; the language of the reader is offered.
  var others = {};
  document.querySelectorAll(".languages a").forEach(function (link) {
    others[link.lang] = link;
    link.addEventListener("click", function () {
      link.search = location.search;
      link.hash = location.hash;
    });
  });
  var read = navigator.languages || [navigator.language];
  var wanted = read.map(function (code) { return code.split("-")[0]; }).filter(function (code) {
    return code === root.lang || others[code];
  })[0];
  if (others[wanted]) {
    var item = others[wanted].parentNode;
    others[wanted].textContent = others[wanted].dataset.offer;
    item.parentNode.insertBefore(item, item.nextSibling);  // set anew, it moves nowhere under a reader's eyes
  }

  var menu = document.querySelector("details.menu");
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", function (event) {
    if (menu && menu.open && !menu.contains(event.target)) menu.open = false;
  });

  // An explanation that opens on focus or under the pointer goes away with Escape.
  document.querySelectorAll(".explain").forEach(function (explain) {
    ["focusin", "mouseenter"].forEach(function (kind) {
      explain.addEventListener(kind, function () { explain.classList.remove("dismissed"); });
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".explain:hover, .explain:focus-within").forEach(function (explain) {
      explain.classList.add("dismissed");
    });
  });

  // A scroller is a stop of the keyboard only while there is something to scroll. It is measured once
  // the page is laid out, and again when it is folded open or the window changes.
  var scrollers = new ResizeObserver(function (entries) {
    var wide = entries.map(function (entry) { return entry.target.scrollWidth > entry.target.clientWidth; });
    entries.forEach(function (entry, place) {
      if (wide[place]) entry.target.setAttribute("tabindex", "0");
      else entry.target.removeAttribute("tabindex");
    });
  });
  document.querySelectorAll(".scroller").forEach(function (scroller) { scrollers.observe(scroller); });

  // Paper shows what is folded away.
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("main details:not([open])"));
    folded.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () {
    folded.forEach(function (details) { details.open = false; });
  });
})();
