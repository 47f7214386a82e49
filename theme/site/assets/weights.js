// The reader's own weights on a comparison: the means move along their line. Without this script
// the weights are equal. The weights stand in the address, so that they can be passed on.
(function () {
  "use strict";
  var form = document.querySelector("form.weights");
  if (!form) return;
  var names = form.dataset.names.split("|"), codes = form.dataset.codes.split("|");
  var sliders = Array.from(form.querySelectorAll("input"));
  var rows = Array.from(form.querySelectorAll("tr[data-places]"), function (row) {
    return row.dataset.places.split(" ").map(Number);
  });
  var line = form.querySelector(".together svg"), output = form.querySelector("output");
  var PER_LETTER = 3, NEAR_END = 15;

  function tenths(number) { return Math.round(number * 10) / 10; }
  function at(place) { return tenths(4 + 1.92 * tenths(place)); }

  // As letters_on_a_line.py: letters join where they would overlap.
  function letters(means) {
    var order = means.map(function (mean, city) { return [mean, codes[city]]; }).sort(function (a, b) { return a[0] - b[0]; });
    var found = [];
    order.forEach(function (pair) {
      found.push({ places: [pair[0]], text: pair[1] });
      while (found.length > 1 && ends(found[found.length - 2])[1] + PER_LETTER > ends(found[found.length - 1])[0]) {
        var last = found.pop(), before = found.pop();
        found.push({ places: before.places.concat(last.places), text: before.text + ", " + last.text });
      }
    });
    return found;
  }

  function middle(one) { return one.places.reduce(function (a, b) { return a + b; }, 0) / one.places.length; }
  function anchor(place) { return place < NEAR_END ? "start" : place > 100 - NEAR_END ? "end" : "middle"; }
  function ends(one) {
    var place = middle(one), width = PER_LETTER * one.text.length;
    var left = place - { start: 0, middle: width / 2, end: width }[anchor(place)];
    return [left, left + width];
  }

  function show() {
    var weights = sliders.map(function (slider) { return Number(slider.value); });
    var whole = weights.reduce(function (a, b) { return a + b; }, 0);
    if (!whole) {
      weights = weights.map(function () { return 1; });
      whole = weights.length;
    }
    var means = names.map(function (name, city) {
      return rows.reduce(function (sum, places, row) { return sum + places[city] * weights[row]; }, 0) / whole;
    });
    Array.from(line.querySelectorAll("circle")).forEach(function (circle, city) { circle.setAttribute("cx", at(means[city])); });
    line.querySelectorAll("text").forEach(function (text) { text.remove(); });
    letters(means).forEach(function (one) {
      var place = middle(one), text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.setAttribute("x", at(place));
      text.setAttribute("y", 11);
      text.setAttribute("text-anchor", anchor(place));
      text.textContent = one.text;
      line.append(text);
    });
    output.textContent = names.map(function (name, city) { return name + " " + Math.round(means[city]); }).join(", ");
    return weights;
  }

  function keep() {
    var chosen = sliders.map(function (slider) { return slider.value; }).join("");
    var equal = /^2*$/.test(chosen);
    show();
    try {
      history.replaceState(null, "", equal ? location.pathname : "?weights=" + chosen);
    } catch (error) {
      // Not in the address (some browsers, from disk), still shown.
    }
  }

  var given = new URLSearchParams(location.search).get("weights") || "";
  if (new RegExp("^[0-4]{" + sliders.length + "}$").test(given)) {
    sliders.forEach(function (slider, row) { slider.value = given[row]; });
    show();
  }
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", keep);
  form.addEventListener("reset", function () { setTimeout(keep); });
})();
