// The reader's own weights on a comparison: the means move along their line. Without this script
// the weights are equal. The weights stand in the address, so that they can be passed on.
(function () {
  "use strict";

  window.profilesWeigh = function (form) {
    var names = form.dataset.names.split("|"), codes = form.dataset.codes.split("|");
    var sliders = Array.from(form.querySelectorAll("input"));
    var rows = Array.from(form.querySelectorAll("tr[data-places]"), function (row) {
      return row.dataset.places.split(" ").map(Number);
    });
    var line = form.querySelector(".together svg"), output = form.querySelector("output");

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
      window.profilesPlaces(line, means.map(function (mean, city) { return { place: mean, code: codes[city] }; }));
      output.textContent = names.map(function (name, city) { return name + " " + Math.round(means[city]); }).join(form.dataset.comma);
    }

    function keep() {
      var chosen = sliders.map(function (slider) { return slider.value; }).join("");
      window.profilesAddress.keep({ weights: /^2*$/.test(chosen) ? "" : chosen });
      show();
    }

    var given = window.profilesAddress.read("weights");
    if (new RegExp("^[0-4]{" + sliders.length + "}$").test(given)) {
      sliders.forEach(function (slider, row) { slider.value = given[row]; });
      show();
    } else if (!output.textContent) show();
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", keep);
    form.addEventListener("reset", function () { setTimeout(keep); });
  };

  document.querySelectorAll("form.weights").forEach(window.profilesWeigh);
})();
