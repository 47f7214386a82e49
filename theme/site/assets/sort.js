// Sorts a table by the columns whose heads name a `data-key`: each row holds its keys as data
// attributes. Once rising, once falling, then as it was served; rows without a key stand behind.
// The choice stands in the address, as `sort=<table>.<key>.<up|down>`. Without this script the
// table is in the order that its caption tells.
(function () {
  "use strict";
  var NEXT = { none: "up", up: "down", down: "none" }, SAID = { none: "none", up: "ascending", down: "descending" };

  function compared(one, other) {
    var numbers = [Number(one), Number(other)];
    return numbers.some(isNaN) ? one.localeCompare(other, document.documentElement.lang) : numbers[0] - numbers[1];
  }

  document.querySelectorAll("table.sorted").forEach(function (table) {
    var body = table.tBodies[0], served = Array.from(body.rows), told = table.querySelector(".as-served");
    var heads = Array.from(table.querySelectorAll("thead [data-key]"));

    function sort(key, way) {
      var rows = served.slice(), turn = way === "down" ? -1 : 1;
      if (way !== "none") {
        rows.sort(function (one, other) {
          var a = one.dataset[key], b = other.dataset[key];
          if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
          return turn * compared(a, b);
        });
      }
      rows.forEach(function (row) { body.append(row); });
      heads.forEach(function (head) {
        head.setAttribute("aria-sort", SAID[head.dataset.key === key ? way : "none"]);
      });
      if (told) told.hidden = way !== "none";
    }

    heads.forEach(function (head) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, head.childNodes);
      button.title = table.dataset.by.replace("{column}", button.textContent.trim());
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", function () {
        var now = Object.keys(SAID).find(function (way) { return SAID[way] === head.getAttribute("aria-sort"); });
        sort(head.dataset.key, NEXT[now]);
        window.profilesAddress.keep({ sort: NEXT[now] === "none" ? "" : [table.id, head.dataset.key, NEXT[now]].join(".") });
      });
    });

    var asked = window.profilesAddress.read("sort").split(".");
    if (asked[0] === table.id && asked[2] in NEXT && heads.some(function (head) { return head.dataset.key === asked[1]; })) sort(asked[1], asked[2]);
  });
})();
