// Cities as dots on a line from 0 to 100, named by letters that join where they would overlap:
// as letters_on_a_line.py says and compared.html.jinja draws.
(function () {
  "use strict";
  var SPACE = "http://www.w3.org/2000/svg";
  var PER_LETTER = 3, NEAR_END = 15;

  function tenths(number) { return Math.round(number * 10) / 10; }
  function at(place) { return tenths(4 + 1.92 * tenths(place)); }
  function middle(one) { return one.places.reduce(function (a, b) { return a + b; }, 0) / one.places.length; }
  function anchor(place) { return place < NEAR_END ? "start" : place > 100 - NEAR_END ? "end" : "middle"; }

  function ends(one) {
    var place = middle(one), width = PER_LETTER * one.text.length;
    var left = place - { start: 0, middle: width / 2, end: width }[anchor(place)];
    return [left, left + width];
  }

  function letters(dots) {
    var found = [];
    dots.slice().sort(function (one, other) { return one.place - other.place; }).forEach(function (dot) {
      found.push({ places: [dot.place], text: dot.code });
      while (found.length > 1 && ends(found[found.length - 2])[1] + PER_LETTER > ends(found[found.length - 1])[0]) {
        var last = found.pop(), before = found.pop();
        found.push({ places: before.places.concat(last.places), text: before.text + ", " + last.text });
      }
    });
    return found;
  }

  function add(svg, tag, values) {
    var made = document.createElementNS(SPACE, tag);
    Object.keys(values).forEach(function (key) { made.setAttribute(key, values[key]); });
    svg.append(made);
    return made;
  }

  // Draws dots, each a place, a code and whether it is open; returns the letters, from the left.
  window.profilesPlaces = function (svg, dots) {
    svg.querySelectorAll("circle, text").forEach(function (one) { one.remove(); });
    dots.forEach(function (dot) {
      var circle = add(svg, "circle", { cx: at(dot.place), cy: 22, r: 4.5 });
      if (dot.open) circle.setAttribute("class", "open");
    });
    return letters(dots).map(function (one) {
      var place = middle(one);
      add(svg, "text", { x: at(place), y: 11, "text-anchor": anchor(place) }).textContent = one.text;
      return one.text;
    });
  };
})();
