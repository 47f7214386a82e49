// What a reader may do with a chart: read each value by pointer, touch or arrow keys, and take the
// chart away as a drawing, a picture, a table, a frame for another page or a citation. Everything
// is made here from what the page shows, so it works from a server and from disk. Without this
// script a chart is whole, and its figures stand in the table under it.
(function () {
  "use strict";
  var SPACE = "http://www.w3.org/2000/svg";
  var words = document.getElementById("chart-words").dataset, take = window.profilesTake;
  var EDGE = 16, LINE = 17, TIMES = 3, COLUMNS = 4, SMALL = 160;
  // What paints a shape, and what it is where nothing is stated.
  var PAINT = { "fill": "", "fill-opacity": "1", "stroke": "none", "stroke-width": "1px", "stroke-opacity": "1", "stroke-dasharray": "none" };

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function text(node) { return node ? node.textContent.replace(/\s+/g, " ").trim() : ""; }

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, key) { return key in values ? values[key] : whole; });
  }

  // What a figure says of itself.
  function told(figure) {
    var title = text(figure.querySelector(".figure-title")), page = text(document.querySelector("h1 bdi"));
    var sources = Array.from(figure.querySelectorAll(".figure-source:not(.on-screen)"), text).filter(Boolean);
    var address = location.href.split("#")[0] + (figure.id ? "#" + figure.id : "");
    var known = location.protocol === "file:" ? "" : address;
    return { page: page, title: title, sources: sources, address: known };
  }

  // A title that begins with the name of the page says it once.
  function cited(figure) {
    var about = told(figure), title = about.title.replace(/\.$/, "");
    if (title.indexOf(about.page) === 0) title = title.slice(about.page.length).replace(/^[\s:,]+/, "");
    return fill(words.citation, { page: about.page, title: title, address: about.address }).trim();
  }

  function named(figure) { return (told(figure).page + " " + (figure.id || "chart").replace(/^chart-/, "")).replace(/\s+/g, "-"); }

  // The drawing: title, chart, source and address in one file, in the colours of the light page.
  function drawing(figure) {
    var about = told(figure), inner, box, width;
    var root = document.documentElement, theme = root.getAttribute("data-theme");
    root.setAttribute("data-theme", "light");
    var style = getComputedStyle(root), family = getComputedStyle(document.body).fontFamily;
    var pen = document.createElement("canvas").getContext("2d");
    var svg = document.createElementNS(SPACE, "svg");
    var y = EDGE, chart = figure.querySelector(".drawing > svg");
    inner = chart ? painted(chart) : together(figure, style);
    box = inner.viewBox.baseVal;
    width = box.width + 2 * EDGE;

    // A picture has no fonts of the page: letters of the machine may be wider.
    function long(words_, font) {
      return Math.max.apply(null, [family, "sans-serif"].map(function (one) {
        pen.font = font + one;
        return pen.measureText(words_).width;
      }));
    }

    function line(words_, size, weight, token) {
      var font = weight + " " + size + "px ";
      wrap(words_, function (row) { return long(row, font) > box.width; }).forEach(function (row) {
        y += size * 1.35;
        var one = document.createElementNS(SPACE, "text");
        [["x", EDGE], ["y", y], ["font-size", size], ["font-weight", weight], ["fill", style.getPropertyValue(token).trim()]].forEach(function (pair) {
          one.setAttribute(pair[0], pair[1]);
        });
        one.textContent = row;
        svg.append(one);
      });
    }

    line(about.page, 13, 400, "--muted");
    line(about.title, 16, 600, "--ink");
    line(text(figure.querySelector(".unit-line")), 12, 400, "--muted");
    y += LINE / 2;
    inner.setAttribute("x", EDGE);
    inner.setAttribute("y", y);
    inner.setAttribute("width", box.width);
    inner.setAttribute("height", box.height);
    inner.setAttribute("overflow", "visible");
    svg.append(inner);
    y += box.height + LINE / 2;
    about.sources.forEach(function (source) { line(source, 12, 400, "--muted"); });
    line(fill(words.saved, about).trim(), 12, 400, "--muted");
    var paper = style.getPropertyValue("--paper").trim();
    if (theme) root.setAttribute("data-theme", theme);
    else root.removeAttribute("data-theme");

    var height = Math.ceil(y + EDGE), ground = document.createElementNS(SPACE, "rect");
    [["width", width], ["height", height], ["fill", paper]].forEach(function (pair) { ground.setAttribute(pair[0], pair[1]); });
    var name = document.createElementNS(SPACE, "title"), about_ = document.createElementNS(SPACE, "desc");
    name.textContent = about.page + ": " + about.title;
    about_.textContent = (chart && (chart.parentNode.getAttribute("aria-label") || chart.getAttribute("aria-label"))) || about.title;
    svg.prepend(name, about_, ground);
    [["xmlns", SPACE], ["viewBox", "0 0 " + width + " " + height], ["width", width], ["height", height], ["font-family", "'Noto Sans', sans-serif"]].forEach(function (pair) {
      svg.setAttribute(pair[0], pair[1]);
    });
    return { svg: svg, width: width, height: height };
  }

  // Small drawings beside each other become one, each under its name and its ends.
  function together(figure, style) {
    var svg = document.createElementNS(SPACE, "svg"), every = figure.querySelector("symbol > g");
    var items = Array.from(figure.querySelectorAll("li")), rows = Math.ceil(items.length / COLUMNS);
    function put(tag, attributes, words_) {
      var one = document.createElementNS(SPACE, tag);
      Object.keys(attributes).forEach(function (key) { one.setAttribute(key, attributes[key]); });
      if (words_) one.textContent = words_;
      svg.append(one);
    }
    items.forEach(function (item, place) {
      var x = place % COLUMNS * (SMALL + EDGE), y = Math.floor(place / COLUMNS) * (SMALL * .75);
      put("text", { x: x, y: y + 13, "font-size": 13, "font-weight": 600, fill: style.getPropertyValue("--ink").trim() }, text(item.querySelector("a")));
      put("text", { x: x, y: y + 28, "font-size": 11, fill: style.getPropertyValue("--muted").trim() }, text(item.querySelector(".muted")));
      var chart = painted(item.querySelector("svg"));
      chart.querySelector("use").replaceWith(painted(every));
      [["x", x], ["y", y + 36], ["width", SMALL], ["height", SMALL * .375]].forEach(function (pair) { chart.setAttribute(pair[0], pair[1]); });
      svg.append(chart);
    });
    svg.setAttribute("viewBox", "0 0 " + (COLUMNS * (SMALL + EDGE) - EDGE) + " " + rows * SMALL * .75);
    return svg;
  }

  // Rows of words; what has no room even alone, as an address, is broken where the row is full.
  function wrap(sentence, isTooLong) {
    var rows = [];
    sentence.split(" ").filter(Boolean).forEach(function (word) {
      var longer = rows.length ? rows[rows.length - 1] + " " + word : word;
      if (!isTooLong(longer)) {
        rows[Math.max(rows.length - 1, 0)] = longer;
        return;
      }
      rows.push("");
      Array.from(word).forEach(function (letter) {
        if (isTooLong(rows[rows.length - 1] + letter)) rows.push("");
        rows[rows.length - 1] += letter;
      });
    });
    return rows;
  }

  // A copy whose colours are its own: those of the page are rules of its style sheet.
  function painted(chart) {
    var copy = chart.cloneNode(true);
    var shown = chart.querySelectorAll("path, circle, text, line, rect, polyline"), copies = copy.querySelectorAll("path, circle, text, line, rect, polyline");
    shown.forEach(function (one, place) {
      var style = getComputedStyle(one);
      Object.keys(PAINT).forEach(function (key) {
        var value = style.getPropertyValue(key).replace("rgba(0, 0, 0, 0)", "none");
        if (one.tagName === "circle" && key.indexOf("stroke") === 0 && !/\bs-/.test(one.getAttribute("class"))) value = "none";
        if (value !== PAINT[key]) copies[place].setAttribute(key, value);
      });
      if (one.tagName === "text" && !one.hasAttribute("font-size")) copies[place].setAttribute("font-size", style.fontSize);
      copies[place].removeAttribute("class");
    });
    ["class", "aria-hidden", "focusable"].forEach(function (key) { copy.removeAttribute(key); });
    return copy;
  }

  function written(figure) { return new XMLSerializer().serializeToString(drawing(figure).svg); }

  function saveDrawing(figure) {
    take.save(new Blob([written(figure)], { type: "image/svg+xml" }), named(figure) + ".svg");
  }

  function savePicture(figure) {
    var made = drawing(figure), image = new Image(), canvas = document.createElement("canvas");
    canvas.width = made.width * TIMES;
    canvas.height = made.height * TIMES;
    image.onload = function () {
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) { take.save(blob, named(figure) + ".png"); });
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(made.svg));
  }

  // The table under the chart.
  function saveTable(figure) {
    var about = told(figure), rows = Array.from(figure.querySelectorAll("details tr"), function (row) { return Array.from(row.cells, text); });
    rows.unshift([about.page + ": " + about.title]);
    about.sources.concat(cited(figure)).forEach(function (source) { rows.push([source]); });
    take.saveRows(rows, named(figure));
  }

  // A text to take away, with a button that copies it; opened and closed by one button.
  function offer(menu, label, pattern) {
    var button = element("button", "", label), panel = element("div", "chart-take"), field = element("textarea"), copy = element("button", "", words.copy);
    button.type = copy.type = "button";
    button.setAttribute("aria-expanded", "false");
    field.readOnly = true;
    field.rows = 3;
    field.setAttribute("aria-label", label);
    panel.hidden = true;
    panel.append(field, copy);
    button.addEventListener("click", function () {
      panel.hidden = !panel.hidden;
      button.setAttribute("aria-expanded", String(!panel.hidden));
      copy.textContent = words.copy;
      field.value = pattern();
      if (!panel.hidden) field.select();
    });
    copy.addEventListener("click", function () {
      take.copy(field);
      copy.textContent = words.copied;
    });
    menu.append(button);
    return panel;
  }

  function equip(figure) {
    var menu = element("div", "chart-menu"), panels = [];
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", words.menu);
    [["SVG", saveDrawing], ["PNG", savePicture], ["CSV", figure.querySelector("details table") && saveTable]].forEach(function (pair) {
      if (!pair[1]) return;
      var button = element("button", "", pair[0]);
      button.type = "button";
      button.addEventListener("click", function () { pair[1](figure); });
      menu.append(button);
    });
    if (figure.dataset.csv) {
      var file = element("a", "", "CSV");
      file.href = figure.dataset.csv;
      file.download = "";
      menu.append(file);
    }
    if (figure.dataset.embed && location.protocol !== "file:") {
      panels.push(offer(menu, words.embed, function () {
        var about = told(figure), many = figure.querySelector("ul"), shown = many || figure.querySelector(".drawing");
        var height = Math.ceil(shown.clientHeight * (many ? Math.max(1, shown.clientWidth / 600) : 1)) + (many ? 230 : 190);
        var frame = element("iframe");
        frame.src = new URL(figure.dataset.embed, location.href).href;
        frame.title = about.page + ": " + about.title;
        frame.width = many ? 640 : 400;
        frame.height = height;
        frame.setAttribute("loading", "lazy");
        return frame.outerHTML;
      }));
    }
    panels.push(offer(menu, words.cite, function () { return cited(figure); }));
    var link = figure.querySelector(".figure-source.on-screen");
    if (link) {
      menu.append(link.firstElementChild);
      link.remove();
    }
    var before = figure.querySelector("details") || null;
    [menu].concat(panels).forEach(function (part) { figure.insertBefore(part, before); });
  }

  // Values by pointer, touch and arrow keys: the point nearest to the finger tells what it is.
  function readable(box) {
    var points = Array.from(box.querySelectorAll("circle, path, .tick")).filter(function (one) { return one.querySelector("title"); });
    if (points.length < 2 || !box.closest("figure").querySelector("details, .strip")) return;
    var status = element("p", "chart-value"), at = -1;
    status.setAttribute("aria-live", "polite");
    box.before(status);
    box.tabIndex = 0;
    box.setAttribute("aria-describedby", "chart-keys");

    function center(one) {
      var place = one.getBoundingClientRect();
      return place.left + place.width / 2;
    }
    // Where the points stand is asked for at the first use: asking makes the browser lay out the page.
    var sorted = false;
    function inOrder() {
      if (!sorted) points.sort(function (one, other) { return center(one) - center(other); });
      sorted = true;
    }

    function show(place) {
      if (at >= 0) points[at].classList.remove("at");
      at = place;
      status.textContent = at < 0 ? "" : text(points[at].querySelector("title"));
      if (at >= 0) points[at].classList.add("at");
    }
    function nearest(event) {
      var best = 0;
      inOrder();
      points.forEach(function (one, place) {
        if (Math.abs(center(one) - event.clientX) < Math.abs(center(points[best]) - event.clientX)) best = place;
      });
      show(best);
    }
    box.addEventListener("pointermove", nearest);
    box.addEventListener("pointerdown", nearest);
    box.addEventListener("pointerleave", function () { show(-1); });
    box.addEventListener("blur", function () { show(-1); });
    box.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") show(-1);
      if (!step) return;
      event.preventDefault();
      inOrder();
      show(at < 0 ? (step > 0 ? 0 : points.length - 1) : Math.min(Math.max(at + step, 0), points.length - 1));
    });
  }

  document.querySelectorAll("figure .drawing > svg").forEach(function (svg) {
    equip(svg.closest("figure"));
    readable(svg.parentNode);
  });
  document.querySelectorAll("figure.many-series").forEach(equip);
})();
