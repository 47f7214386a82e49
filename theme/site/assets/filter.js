// Narrows a list on the page: a form.filter names it in data-list, each field a data attribute of
// its items. A select keeps items that hold its word, a number those of at least as much
// (with data-at-most: at most), a text those whose words hold it. What was chosen stands in the
// address. Fields that are folded away stand open on a wide screen. Without this script the form is hidden and everything is shown.
(function () {
  "use strict";
  var WIDE = matchMedia("(min-width: 48rem)");

  function keeps(item, field) {
    var wanted = field.value.trim();
    if (!wanted) return true;
    if (field.type === "search") {
      return item.textContent.toLowerCase().indexOf(wanted.toLowerCase()) >= 0;
    }
    var held = item.getAttribute("data-" + field.name) || "";
    if (field.type === "number") {
      var turn = field.hasAttribute("data-at-most") ? -1 : 1;
      return held !== "" && turn * Number(held) >= turn * Number(wanted);
    }
    return held.split(" ").indexOf(wanted) >= 0;
  }

  document.querySelectorAll("form.filter").forEach(function (form) {
    var list = document.getElementById(form.dataset.list);
    var items = Array.from(list.querySelectorAll("[data-item]"));
    var groups = Array.from(list.querySelectorAll("[data-group]"));
    var fields = Array.from(form.querySelectorAll("select, input"));
    var status = form.querySelector("[role=status]");

    function nameOf(field) { return field.id.slice(form.dataset.list.length + 1); }

    function narrow() {
      var kept = 0;
      items.forEach(function (item) {
        item.hidden = !fields.every(function (field) { return keeps(item, field); });
        if (!item.hidden) kept += 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-item]:not([hidden])");
      });
      status.textContent = form.dataset.count.replace("{n}", kept).replace("{m}", items.length);
    }

    function keep() {
      var chosen = {};
      fields.forEach(function (field) { chosen[nameOf(field)] = field.value.trim(); });
      window.profilesAddress.keep(chosen);
      narrow();
    }

    fields.forEach(function (field) {
      var asked = window.profilesAddress.read(nameOf(field));
      field.value = asked;
      if (field.value !== asked) field.value = "";
    });
    var folded = form.querySelector("details");
    if (folded) folded.open = WIDE.matches || fields.some(function (field) { return field.value && folded.contains(field); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("reset", function () { setTimeout(keep); });
    narrow();
  });
})();
