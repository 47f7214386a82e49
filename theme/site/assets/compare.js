// Two to four cities of a reader's own choice: found by their names, kept in the address, each
// loaded as a script of its own; beside.js sets them side by side.
(function () {
  "use strict";
  var form = document.querySelector("form.choose"), say = window.profilesBeside.say;
  var fields = Array.from(form.querySelectorAll("input")), status = form.querySelector("[role=status]");
  var list = new Intl.ListFormat(form.dataset.lists);

  // Loads scripts, then goes on: with what came of them, or with nothing.
  function load(files, then) {
    var waiting = files.length;
    function next() { if (!--waiting) then(); }
    files.forEach(function (file) {
      var script = document.createElement("script");
      script.src = file;
      script.onload = script.onerror = next;
      document.head.append(script);
    });
  }

  // Cities by what a reader types.

  function folded(text) { return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim(); }

  function shownName(city) {
    var same = window.profilesCities.filter(function (one) { return one.name === city.name; });
    return same.length > 1 ? city.name + ", " + city.country : city.name;
  }

  function find(text) {
    var wanted = folded(text);
    function having(test) {
      return window.profilesCities.filter(function (city) {
        return [shownName(city), city.name].concat(city.others).some(function (name) { return test(folded(name)); });
      });
    }
    var exact = having(function (name) { return name === wanted; });
    return exact.length ? exact : having(function (name) { return name.indexOf(wanted) === 0; });
  }

  function offer() {
    form.querySelector("datalist").append.apply(form.querySelector("datalist"), window.profilesCities.map(function (city) {
      var option = document.createElement("option");
      option.value = shownName(city);
      option.label = [city.country].concat(city.others).join(" · ");
      return option;
    }));
  }

  function refuse(field, text) {
    status.textContent = text;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }

  form.addEventListener("input", function (event) { event.target.removeAttribute("aria-invalid"); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var chosen = [], filled = fields.filter(function (field) { return field.value.trim(); });
    for (var place = 0; place < filled.length; place += 1) {
      var text = filled[place].value.trim(), found = find(text);
      if (!found.length) return refuse(filled[place], say("compare.unknown", { name: text }));
      if (found.length > 1) return refuse(filled[place], say("compare.several", { name: text, names: list.format(found.map(shownName)) }));
      if (chosen.indexOf(found[0].city) < 0) chosen.push(found[0].city);
    }
    if (chosen.length < 2) {
      var empty = fields.filter(function (field) { return !field.value.trim(); });
      return refuse(empty[0] || fields[1], say("compare.one-more"));
    }
    location.search = "?cities=" + chosen.join(",");
  });

  // The comparison of a city that needs no script.
  function ready(column) {
    var line = document.createElement("p"), link = document.createElement("a");
    line.className = "muted";
    link.href = column.ready;
    link.textContent = say("compare.ready", { city: column.name });
    line.append(link);
    return line;
  }

  var wanted = (new URLSearchParams(location.search).get("cities") || "").split(",").filter(function (city, place, all) {
    return /^[a-z0-9-]+$/.test(city) && all.indexOf(city) === place;
  }).slice(0, fields.length);

  load(["cities.js"].concat(wanted.map(function (city) { return "figures/" + city + ".js"; })), function () {
    var held = window.profilesCompared || {};
    var columns = wanted.filter(function (city) { return Object.hasOwn(held, city); }).map(function (city) { return held[city]; });
    if (window.profilesCities) offer();
    else status.textContent = say("compare.failed", {});
    columns.forEach(function (column, place) {
      fields[place].value = window.profilesCities ? shownName(column) : column.name;
      column.held = {};
      column.figures.forEach(function (figure) { column.held[figure.observable] = figure; });
    });
    if (columns.length < wanted.length) status.textContent = say("compare.unknown", { name: list.format(wanted.filter(function (city) { return !Object.hasOwn(held, city); })) });
    if (columns.length > 1) window.profilesBeside.compare(columns);
    else if (columns.length) status.textContent = say("compare.one-more", {});
    if (columns.length) form.append(ready(columns[0]));
    document.getElementById("main").classList.add("there");
  });
})();
