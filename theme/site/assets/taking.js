// What a reader takes away: a file, a table as CSV, a text on the clipboard.
(function () {
  "use strict";

  function save(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  // A text that a spreadsheet would take for a formula is kept a text.
  function cell(text) {
    return '"' + (/^[=+@\t]|^-(?!\d)/.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
  }

  function saveRows(rows, name) {
    var lines = rows.map(function (row) { return row.map(cell).join(","); });
    save(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }), name + ".csv");
  }

  // `field` shows the text, and is what is copied where no clipboard is given.
  function copy(field) {
    field.select();
    if (navigator.clipboard) navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
  }

  window.profilesTake = { save: save, saveRows: saveRows, copy: copy };
})();
