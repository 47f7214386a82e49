// Search over titles and keywords: a list below the field that leads to the first results, and a
// page with all of them by kind (`#search-found`). The library and the index of the page's language are loaded as
// scripts on first use, so that it works from a server and from disk alike.
(function () {
  "use strict";
  var ROOT = new URL("..", document.currentScript.src);
  var LANGUAGE = document.documentElement.lang;
  var SHOWN = 12;

  // Letters that decomposition does not take to Latin. Pairs: letter, Latin.
  var LATIN = {};
  [
    "øo łl đd ðd þth ßss æae œoe ıi ħh əe ŋn ʻ ʼ ’ '",
    "аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya",
    "іi єe ґg әa ғg қk ңn өo ұu үu һh ҷj ђd јj љlj њnj ћc џdz ѕdz",
    "აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh",
    "աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւu փp քk օo ֆf",
    "اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz ع غgh فf قq كk کk لl مm نn هh ةa وu يi یi ىa ء پp چch گg"
  ].join(" ").split(" ").forEach(function (pair) {
    var letters = Array.from(pair);
    LATIN[letters[0]] = letters.slice(1).join("");
  });

  // One spelling for matching: no case, no accents, no sub- and superscripts, Latin letters.
  function fold(text) {
    var plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f]/g, "");
    return Array.from(plain, function (letter) {
      return letter in LATIN ? LATIN[letter] : letter;
    }).join("");
  }

  // Words that carry nothing, by the page; and one form of the others: no plural, no case ending.
  var stop = null, known = new Map();
  var ENDING = /(ами|ями|ого|его|ому|ему|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ов|ев|ах|ях|ам|ям|[аяыиоеуюьй])$/;

  function term(word) {
    if (!known.has(word)) known.set(word, formed(word));
    return known.get(word);
  }

  function formed(word) {
    var plain = word.toLowerCase();
    stop = stop || new Set(document.querySelector("form.search").dataset.stop.split(" "));
    if (stop.has(plain)) return null;
    if (/[а-яё]{5}/.test(plain)) plain = plain.replace(ENDING, "");
    plain = fold(plain);
    if (/[a-z]{3}s$/.test(plain) && !/(ss|us|is)$/.test(plain)) plain = plain.slice(0, -1);
    return plain || null;
  }

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = new URL(address, ROOT).href;
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  var ready = null;
  function load() {
    ready = ready || Promise.all([script("assets/minisearch.js"), script("search/index." + LANGUAGE + ".js")]).then(function () {
      var engine = new window.MiniSearch({
        fields: ["t", "x", "c"],
        storeFields: ["u", "t", "k", "c"],
        idField: "u",
        processTerm: term,
        searchOptions: {
          boost: { t: 4, x: 2 },
          prefix: true,
          fuzzy: function (term) { return term.length > 3 ? 1 : false; },
          combineWith: "AND",
          // A page comes before a row of a page, and before both what is called by the word alone.
          boostDocument: function (address, word, kept) {
            return (address.indexOf("#") < 0 ? 4 : 1) * (term(kept.t) === word ? 3 : 1);
          }
        }
      });
      // Some at a time, so that a reader who types meanwhile is not held up.
      return engine.addAllAsync(window.profilesSearch.documents, { chunkSize: 25 }).then(function () { return engine; });
    });
    ready.catch(function () { ready = null; });
    return ready;
  }

  // Gives all results, those with every word; where there are none, those with any.
  function found(engine, query) {
    var results = engine.search(query);
    return results.length ? results : engine.search(query, { combineWith: "OR" });
  }

  function line(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  // The page of all results: what is asked for stands in the address.
  function attachPage(page) {
    var form = page.parentElement.querySelector("form.search"), input = form.querySelector("input");
    var status = form.querySelector("[role=status]");

    function show(results) {
      var kinds = new Map();
      results.forEach(function (result) {
        var kind = result.k || "";
        kinds.set(kind, (kinds.get(kind) || []).concat(result));
      });
      page.textContent = "";
      kinds.forEach(function (some, kind) {
        var list = line("ul", "rows", "");
        some.forEach(function (result) {
          var item = document.createElement("li"), link = line("a", "name", result.t);
          link.href = new URL(result.u, ROOT).href;
          item.append(link);
          if (result.c) item.append(line("span", "detail muted", result.c));
          list.append(item);
        });
        if (kind) page.append(line("h2", "", kind + " (" + some.length + ")"));
        page.append(list);
      });
      status.textContent = results.length ? form.dataset.count.replace("{n}", results.length) : form.dataset.none;
    }

    function look() {
      var query = input.value.trim();
      window.profilesAddress.keep({ q: query });
      if (!query) {
        page.textContent = status.textContent = "";
        return;
      }
      load().then(function (engine) {
        if (input.value.trim() === query) show(found(engine, query));
      }, function () { status.textContent = form.dataset.failed; });
    }

    input.value = window.profilesAddress.read("q");
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    input.addEventListener("input", look);
    look();
  }

  function attach(form) {
    var input = form.querySelector("input");
    var list = form.querySelector("[role=listbox]");
    var status = form.querySelector("[role=status]");
    var chosen = -1;

    function close() {
      list.hidden = true;
      list.textContent = "";
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function say(text) { status.textContent = text; }

    function choose(index) {
      var options = list.children;
      if (!options.length) return;
      if (chosen >= 0) options[chosen].setAttribute("aria-selected", "false");
      chosen = (index + options.length) % options.length;
      options[chosen].setAttribute("aria-selected", "true");
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    }

    function go(option) { location.href = new URL(option.dataset.address, ROOT).href; }

    function show(results) {
      close();
      results.slice(0, SHOWN).forEach(function (result, index) {
        var option = document.createElement("li");
        option.id = list.id + "-" + index;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.address = result.u;
        option.append(line("bdi", "search-title", result.t), line("span", "search-kind", result.k || ""), line("span", "search-context", result.c || ""));
        option.addEventListener("mousedown", function (event) { event.preventDefault(); });
        option.addEventListener("click", function () { go(option); });
        list.append(option);
      });
      if (results.length > SHOWN) {
        var more = line("li", "search-more", form.dataset.more.replace("{n}", results.length));
        more.id = list.id + "-more";
        more.setAttribute("role", "option");
        more.setAttribute("aria-selected", "false");
        more.dataset.address = form.dataset.page + "?q=" + encodeURIComponent(input.value.trim());
        more.addEventListener("mousedown", function (event) { event.preventDefault(); });
        more.addEventListener("click", function () { go(more); });
        list.append(more);
      }
      if (results.length) {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        say(form.dataset.count.replace("{n}", Math.min(results.length, SHOWN)));
      } else {
        var nothing = line("li", "search-nothing", form.dataset.none);
        nothing.setAttribute("role", "option");
        nothing.setAttribute("aria-disabled", "true");
        nothing.setAttribute("aria-selected", "false");
        list.append(nothing);
        list.hidden = false;
        say(form.dataset.none);
      }
    }

    function look() {
      var query = input.value.trim();
      if (!query) {
        close();
        say("");
        return;
      }
      load().then(function (engine) {
        if (input.value.trim() !== query) return;
        show(found(engine, query));
      }, function () { say(form.dataset.failed); });
    }

    input.addEventListener("focus", function () { load().catch(function () { say(form.dataset.failed); }); }, { once: true });
    input.addEventListener("input", look);
    input.addEventListener("blur", close);
    input.addEventListener("focus", function () { if (input.value) look(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var option = list.children[Math.max(chosen, 0)];
      if (option && option.dataset.address) go(option);
    });
    input.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) look();
        else choose(event.key === "ArrowDown" ? chosen + 1 : (chosen < 0 ? -1 : chosen - 1));
      } else if (event.key === "Escape") {
        if (!list.hidden || input.value) {
          event.preventDefault();
          input.value = "";
          close();
          say("");
        } else if (form.classList.contains("open")) {
          var opener = document.querySelector('[data-opens="' + form.id + '"]');
          form.classList.remove("open");
          opener.setAttribute("aria-expanded", "false");
          opener.focus();
        }
      }
    });
  }

  var page = document.getElementById("search-found");
  if (page) attachPage(page);
  document.querySelectorAll("form.search").forEach(function (form) {
    if (!page || !page.parentElement.contains(form)) attach(form);
  });
})();
