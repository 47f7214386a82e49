// Cities side by side, as the pages of comparisons that are ready show them. What may be set beside
// what is decided as in places_compared.py, comparison.py and own_weights.py; words, numbers and
// patterns are those of the page.
(function () {
  "use strict";
  var given = document.querySelector("form.choose").dataset;
  var words = JSON.parse(given.words), families = given.families.split("|");
  var language = document.documentElement.lang;
  var plural = new Intl.PluralRules(language), list = new Intl.ListFormat(given.lists);
  var toLeft = document.documentElement.dir === "rtl", fromLeft = /(?!\p{Script=Arabic}|\p{Script=Hebrew})\p{L}/u;
  var LONG = 90; // From this many letters on a warning is folded: warning() of compared.html.jinja.

  function say(key, values) {
    var text = words[key];
    if (typeof text !== "string") text = text[plural.select(values.n)] || text.other;
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return apart(values[name]); });
  }

  // What stands within a sentence keeps its own direction: Language of generator/language.
  function apart(text) { return toLeft && fromLeft.test(text) ? "\u2068" + text + "\u2069" : text; }

  function listed(key, parts) { return parts.map(apart).join(words[key].replace(/\{\w+\}/g, "")); }

  // What may be set beside what: places_compared.py.

  function besides(row, columns) {
    var figures = columns.map(function (column) { return column.held[row.observable] || null; });
    var placed = figures.filter(function (one) { return one && one.place !== null; });
    var years = placed.map(function (one) { return one.year; }).filter(function (year) { return year !== null; }).sort(function (a, b) { return a - b; });
    var middle = years.length ? years[(years.length - 1) >> 1] : 0;
    row.scale = placed.length && row.scales.filter(function (one) { return one.name === placed[0].scale; })[0] || null;
    row.cells = figures.map(function (figure) {
      if (!figure || figure.place === null || !row.scale || figure.scale !== row.scale.name) return { figure: figure, place: null, sure: false, years: 0 };
      var apart = figure.year === null ? 0 : figure.year - middle;
      var said = Math.abs(apart) > Number(given.yearsWarn) ? apart : 0;
      if (Math.abs(apart) > Number(given.yearsExclude)) return { figure: figure, place: null, sure: false, years: said };
      return { figure: figure, place: figure.place, sure: figure.is_sure && !said, years: said };
    });
    row.figures = figures.filter(function (one) { return one && one.number; }).length;
    row.places = row.cells.map(function (cell) { return cell.place; }).filter(function (place) { return place !== null; });
    row.family = row.scale ? row.scale.name.split(":")[0] : "";
    row.sure = columns.map(function (column, city) { return city; }).filter(function (city) { return row.cells[city].sure; });
    row.sure.sort(function (a, b) { return row.cells[a].place - row.cells[b].place; });
    row.span = row.sure.length ? row.cells[row.sure[row.sure.length - 1]].place - row.cells[row.sure[0]].place : 0;
    return row;
  }

  function widest(rows) {
    for (var place = 0; place < families.length; place += 1) {
      var found = rows.filter(function (row) { return row.family === families[place] && row.span > 0; });
      if (found.length) return found.reduce(function (most, row) { return row.span > most.span + 1e-6 ? row : most; });
    }
    return null;
  }

  function shared(rows, least) {
    var kinds = families.map(function (family) {
      return rows.filter(function (row) { return row.family === family && row.places.length === row.cells.length; });
    });
    var enough = kinds.filter(function (found) { return found.length >= least; });
    return enough[0] || kinds.reduce(function (most, found) { return found.length > most.length ? found : most; });
  }

  // What is said: comparison.py, own_weights.py.

  function told(row, city) {
    var figure = row.cells[city].figure;
    return ((figure.is_near ? "≈\u00a0" : "") + figure.number + " " + figure.unit).trim() + " (" + figure.period + ")";
  }

  function lead(rows, columns) {
    var most = widest(rows), said = [];
    if (most) {
      var low = most.sure[0], high = most.sure[most.sure.length - 1];
      said.push(say("compare.most", { name: most.name, low: told(most, low), trailing: columns[low].name, high: told(most, high), leading: columns[high].name }));
    } else said.push(say("compare.none", {}));
    var unlike = rows.filter(function (row) { return row.scales.length && row.figures > 1 && row.places.length < 2; });
    var named = unlike.slice(0, Number(given.named)).map(function (row) { return row.name; }), names = listed("list.comma", named);
    if (unlike.length > named.length) names += " " + say("fiche.more", { n: unlike.length - named.length });
    if (unlike.length) said.push(say("compare.apart", { names: names }));
    return said.join(" ");
  }

  function never(items, columns) {
    var said = [];
    columns.forEach(function (column, one) {
      columns.forEach(function (next, other) {
        var pairs = items.map(function (row) { return row.places[one] - row.places[other]; });
        if (one !== other && Math.min.apply(null, pairs) >= 0 && Math.max.apply(null, pairs) > 0) said.push(say("compare.weights-never", { one: column.name, other: next.name }));
      });
    });
    return said.length ? said : [say("compare.weights-open", {})];
  }

  // The letters of each name that tell it from the others: letters_on_a_line.py.
  function codes(names) {
    return names.map(function (name) {
      var others = names.filter(function (one) { return one !== name; });
      for (var length = 2; length < name.length; length += 1) {
        var start = name.slice(0, length);
        if (!others.some(function (one) { return one.indexOf(start) === 0; })) return start;
      }
      return name;
    });
  }

  // What is shown.

  function text(node, value) {
    if (value) node.textContent = value;
    else node.remove();
  }

  // The years and values that all series of a row share: Window of sparks.py.
  function windowOf(row) {
    var points = [].concat.apply([], row.cells.map(function (cell) { return cell.figure ? cell.figure.points : []; }));
    var years = points.map(function (one) { return one[0]; }), values = points.map(function (one) { return one[1]; });
    var start = Math.min.apply(null, years), top = Math.max.apply(null, values), bottom = Math.min.apply(null, values);
    var height = Math.max(top - bottom, (row.scales.length ? row.scales[0].way : 0) * 0.15) || 1;
    var low = (top + bottom - height) / 2, length = Math.max.apply(null, years) - start || 1;
    return function (point) { return [4 + Math.round(720 * (point[0] - start) / length) / 10, 16 - Math.round(120 * (point[1] - low) / height) / 10]; };
  }

  // What is to be said at a number; of what is long the first sentence, then the rest folded.
  function remarkOf(warning) {
    var first = warning.split(". ")[0], folded = warning.length > LONG && first.length + 2 < warning.length;
    var one = document.createElement(folded ? "details" : "span");
    one.className = "remark";
    if (folded) {
      var summary = document.createElement("summary");
      summary.textContent = first + ".";
      one.append(summary, warning.slice(first.length + 2));
    } else one.textContent = warning;
    return one;
  }

  // What is to be said at all figures of a row, if it has more than one.
  function sharedOf(row) {
    var said = row.cells.filter(function (cell) { return cell.figure && cell.figure.number; }).map(function (cell) { return cell.said; });
    return said.length < 2 ? [] : said[0].filter(function (warning) {
      return said.every(function (one) { return one.indexOf(warning) >= 0; });
    });
  }

  function saidOf(cell) {
    return (cell.years ? [say(cell.years > 0 ? "compare.later" : "compare.earlier", { n: Math.abs(cell.years) })] : []).concat(cell.figure ? cell.figure.warnings : []);
  }

  function cellOf(cell, column, row, pattern, place) {
    var shown = pattern.cell.cloneNode(true), figure = cell.figure;
    shown.dataset.label = column.name;
    if (!figure || !figure.number) {
      var missing = document.createElement("span");
      missing.className = "missing";
      missing.textContent = figure ? figure.word : say("compare.no-figure", {});
      shown.replaceChildren(missing);
      return shown;
    }
    var mark = pattern.marks[figure.mark].cloneNode(true), link = shown.querySelector("a"), spark = shown.querySelector(".spark");
    mark.setAttribute("aria-label", figure.word);
    mark.querySelector("title").textContent = figure.word;
    shown.querySelector(".mark").replaceWith(mark);
    link.href = column.indicators + "#i-" + row.observable.replace(/\./g, "--");
    link.textContent = (figure.is_near ? "≈ " : "") + figure.number;
    text(shown.querySelector(".status"), figure.signs);
    shown.querySelector(".period").textContent = figure.period;
    text(shown.querySelector(".said .hidden"), cell.place !== null && " " + say("compare.place", { n: Math.round(cell.place) }));
    if (figure.points.length) {
      var points = figure.points.map(place), last = points[points.length - 1], end = spark.querySelector("circle");
      spark.setAttribute("aria-label", figure.since);
      spark.querySelector("polyline").setAttribute("points", points.join(" "));
      end.setAttribute("cx", last[0]);
      end.setAttribute("cy", last[1]);
      if (!figure.is_open) end.removeAttribute("class");
    } else spark.remove();
    shown.querySelector(".remark").remove();
    cell.said.forEach(function (warning) { if (row.said.indexOf(warning) < 0) shown.append(remarkOf(warning)); });
    return shown;
  }

  function rowOf(element) {
    var link = element.querySelector("a"), unit = element.querySelector(".unit");
    return {
      element: element, observable: element.dataset.observable, name: link.textContent, link: link, unit: unit ? unit.textContent : "",
      area: element.closest("section").querySelector("h2").textContent,
      scales: Array.from(element.querySelectorAll("[data-scale]"), function (one) {
        var ends = one.querySelectorAll(".ends span");
        return { element: one, name: one.dataset.scale, way: Number(one.dataset.way), low: ends[0].textContent, high: ends[1].textContent };
      }),
    };
  }

  function draw(row, columns, pattern) {
    var place = windowOf(row);
    row.scales.forEach(function (scale) {
      if (scale !== row.scale || !row.places.length) return scale.element.remove();
      var line = pattern.line.cloneNode(true), dots = [];
      row.cells.forEach(function (cell, city) {
        if (cell.place !== null) dots.push({ place: cell.place, code: columns[city].code, open: !cell.sure });
      });
      var letters = window.profilesPlaces(line, dots);
      line.setAttribute("aria-label", say("compare.line", { low: scale.low, high: scale.high, places: listed("list.semicolon", letters) }));
      scale.element.prepend(line);
    });
    row.cells.forEach(function (cell) { cell.said = saidOf(cell); });
    row.said = sharedOf(row);
    row.said.forEach(function (warning) { row.element.firstElementChild.append(remarkOf(warning)); });
    columns.forEach(function (column, city) { row.element.append(cellOf(row.cells[city], column, row, pattern, place)); });
  }

  function headOf(column, pattern, full) {
    var head = pattern.head.cloneNode(true), link = head.querySelector("a"), about = head.querySelectorAll(".about");
    link.href = column.profile;
    link.querySelector("bdi").textContent = column.name;
    text(about[0], full && column.country);
    text(about[1], full && column.people);
    return head;
  }

  function weigh(section, rows, columns) {
    var least = Number(given.weightsFrom), items = shared(rows, least), own = section.querySelector("form"), said = section.querySelector("form + p");
    if (items.length < least) {
      own.remove();
      said.textContent = say("compare.weights-few", { least: least, n: items.length });
      return;
    }
    var pattern = own.querySelector("[data-places]");
    own.dataset.names = columns.map(function (column) { return column.name; }).join("|");
    own.dataset.codes = columns.map(function (column) { return column.code; }).join("|");
    own.querySelector("thead th:last-child").textContent = say("compare.weights-ends." + items[0].family, {});
    items.forEach(function (row, number) {
      var one = pattern.cloneNode(true), slider = one.querySelector("input"), line = one.querySelector("svg");
      one.dataset.places = row.places.join(" ");
      one.querySelector("th").textContent = row.name;
      slider.name = "w" + (number + 1);
      [slider, line].forEach(function (part) { part.setAttribute("aria-label", row.name); });
      window.profilesPlaces(line, row.places.map(function (place, city) { return { place: place, code: columns[city].code }; }));
      pattern.before(one);
    });
    pattern.remove();
    said.prepend(never(items, columns).join(" "));
    window.profilesWeigh(own);
  }

  // Every figure that is shown, with the place where its source stands.
  function table(rows, columns) {
    var found = [["area", "indicator", "unit", "city", "value", "near", "year", "rating", "note", "compare.where"].map(function (key) { return words[key]; })];
    rows.forEach(function (row) {
      row.cells.forEach(function (cell, city) {
        var figure = cell.figure;
        if (!figure || !figure.number) return;
        var address = new URL(columns[city].indicators + "#i-" + row.observable.replace(/\./g, "--"), location.href).href;
        found.push([row.area, row.name, row.unit, columns[city].name, figure.value, figure.is_near ? "≈" : "", figure.period, figure.word, listed("list.semicolon", cell.said), location.protocol === "file:" ? "" : address]);
      });
    });
    return found;
  }

  function compare(columns) {
    var page = document.getElementById("compared").content.cloneNode(true), patterns = page.querySelector(".patterns");
    var pattern = { head: patterns.querySelector("th"), cell: patterns.querySelector("td"), line: patterns.querySelector(".places"), marks: {} };
    patterns.querySelectorAll("[data-sign]").forEach(function (one) { pattern.marks[one.dataset.sign] = one.firstElementChild; });
    patterns.remove();
    var names = columns.map(function (column) { return column.name; });
    codes(names).forEach(function (code, city) { columns[city].code = code; });
    var rows = Array.from(page.querySelectorAll("tr[data-observable]"), function (one) { return besides(rowOf(one), columns); });
    var drawn = rows.filter(function (row) { return row.figures > 1; }), folded_ = rows.filter(function (row) { return row.figures < 2; });
    drawn.forEach(function (row) { draw(row, columns, pattern); });

    var details = page.querySelector("details:not(.remark)"), links = details.querySelector("p");
    details.querySelector("summary").textContent = say("compare.folded", { n: folded_.length });
    folded_.forEach(function (row, number) {
      if (number) links.append(", ");
      links.append(row.link);
      row.element.remove();
    });
    if (!folded_.length) details.remove();
    page.querySelectorAll("section:not(.weighing)").forEach(function (section) {
      if (!section.querySelector("[data-observable]")) section.remove();
    });
    page.querySelectorAll("section:not(.weighing) thead tr").forEach(function (row, number) {
      columns.forEach(function (column) { row.append(headOf(column, pattern, !number)); });
    });
    page.querySelector(drawn.length ? ".empty" : ".legend").remove();
    equip(page.querySelector(".chosen-tools"), drawn, columns);
    var weighing = page.querySelector(".weighing");
    document.getElementById("chosen").append(page);
    weigh(weighing, rows, columns);

    var title = document.querySelector("h1 bdi"), before = title.textContent;
    title.textContent = say("compare.name", { first: names[0], others: list.format(names.slice(1).map(apart)) });
    document.title = document.title.replace(before, function () { return title.textContent; });
    document.querySelector("p.lead").textContent = lead(rows, columns);
  }

  function equip(tools, drawn, columns) {
    var address = tools.querySelector("input"), copy = tools.querySelector("[name=copy]");
    copy.addEventListener("click", function () {
      address.value = location.href;
      window.profilesTake.copy(address);
      copy.textContent = words["chart.copied"];
    });
    tools.querySelector("[name=save]").addEventListener("click", function () {
      window.profilesTake.saveRows(table(drawn, columns), columns.map(function (column) { return column.city; }).join("-"));
    });
    address.value = location.href;
  }

  window.profilesBeside = { say: say, compare: compare };
})();
