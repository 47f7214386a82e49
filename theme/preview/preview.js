// Follows the builds of `profiles serve`: loads the page again when it was built, and shows what
// the check says when it was not. All words come with the news, and enter the page as text.
(function () {
  "use strict";
  var AGAIN_MS = 2000;
  var loaded = document.currentScript.dataset.site;
  var root = document.documentElement;
  var news = null;
  var shown = "";

  // Connections: one while the page is in sight, for a browser has few for each site.

  function connect() {
    if (news || document.hidden) return;
    news = new EventSource("/-/events");
    news.onmessage = function (event) { receive(JSON.parse(event.data)); };
    news.onerror = function () {
      if (!news || news.readyState !== EventSource.CLOSED) return;
      news = null;
      setTimeout(connect, AGAIN_MS);
    };
  }

  function disconnect() {
    if (news) news.close();
    news = null;
  }

  function receive(state) {
    if (state.site && state.site !== loaded) return loadAgain();
    show(state.panel);
  }

  // Loading again: the page stands where it stood, with what was unfolded.

  var place = "preview-place:" + location.pathname;

  function loadAgain() {
    disconnect();
    var unfolded = Array.from(document.querySelectorAll("details")).map(function (one) { return one.open; });
    keep(place, JSON.stringify({ x: scrollX, y: scrollY, unfolded: unfolded }));
    location.reload();
  }

  function takePlace() {
    var kept = keptOf(place);
    if (!kept) return;
    keep(place, "");
    kept = JSON.parse(kept);
    document.querySelectorAll("details").forEach(function (one, number) {
      if (number < kept.unfolded.length) one.open = kept.unfolded[number];
    });
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  }

  function keep(name, value) {
    try {
      if (value) sessionStorage.setItem(name, value);
      else sessionStorage.removeItem(name);
    } catch (error) {
      // Storage is closed to us: the browser's own memory of the place has to do.
    }
  }

  function keptOf(name) {
    try {
      return sessionStorage.getItem(name);
    } catch (error) {
      return null;
    }
  }

  // The panel: a status that is read out, the list, and what is left of it when it is closed.

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  var panel = element("aside", "preview");
  var status = element("div", "preview-status");
  status.setAttribute("role", "status");
  var body = element("div", "preview-body");
  body.id = "preview-body";
  body.tabIndex = -1;
  var toggle = element("button", "preview-toggle");
  toggle.type = "button";
  toggle.setAttribute("aria-controls", body.id);
  var close = element("button", "preview-close");
  close.type = "button";
  panel.append(status, close, body, toggle);

  function show(told) {
    var text = told ? JSON.stringify(told) : "";
    if (text === shown) return;
    shown = text;
    root.classList.toggle("preview-told", Boolean(told));
    root.classList.remove("preview-opened");
    status.replaceChildren();
    body.replaceChildren();
    panel.removeAttribute("aria-label");
    if (told) fill(told);
  }

  function fill(told) {
    var failed = Boolean(told.text);
    var counts = [told.errors_count, told.warnings_count].filter(Boolean).join(", ");
    panel.classList.toggle("preview-failed", failed);
    panel.lang = told.language;
    panel.setAttribute("aria-label", told.title);
    status.append(element("strong", "", told.title), element("span", "preview-count", counts));
    if (told.text) body.append(element("p", "", told.text));
    if (told.refusal) body.append(element("p", "preview-refusal", told.refusal));
    if (told.errors.length) body.append(list(told.errors));
    if (told.warnings.length) body.append(failed ? folded(told) : list(told.warnings));
    close.textContent = told.close;
    toggle.textContent = counts || told.title;
    var choice = keptOf("preview-choice");
    open(choice === "open:" + shown || (failed && choice !== "closed:" + shown));
  }

  function list(lines) {
    var made = element("ol");
    lines.forEach(function (line) {
      var item = element("li");
      item.append(element("code", "", line.place), element("span", "preview-code", line.code), element("p", "", line.text));
      made.append(item);
    });
    return made;
  }

  function folded(told) {
    var made = element("details");
    made.append(element("summary", "", told.warnings_count), list(told.warnings));
    return made;
  }

  function open(wanted) {
    root.classList.toggle("preview-opened", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
  }

  function choose(wanted) {
    open(wanted);
    keep("preview-choice", (wanted ? "open:" : "closed:") + shown);
  }

  toggle.addEventListener("click", function () {
    choose(true);
    body.focus();
  });
  close.addEventListener("click", function () {
    choose(false);
    toggle.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !root.classList.contains("preview-opened")) return;
    var within = panel.contains(document.activeElement);
    choose(false);
    if (within) toggle.focus();
  });

  document.body.append(panel);
  takePlace();
  connect();
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) disconnect();
    else connect();
  });
  addEventListener("pageshow", connect);
  addEventListener("pagehide", disconnect);
})();
