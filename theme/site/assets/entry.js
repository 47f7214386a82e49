// Makes the row or file of what a reader enters: form.entry names the file in data-file, each
// .entry-field how it is written. A fault is said below its field while one types; on sending,
// the first one is gone to. Nothing leaves the page: what is made is copied, saved, or put into a
// prepared report or e-mail. Without this script the form is hidden, and the page says what else to do.
(function () {
  "use strict";
  var NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/, DECIMAL_COMMA = /^[+-]?[0-9]+,([0-9]{1,2}|[0-9]{4,})$/;
  var LONGEST = 6000;

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, key) { return key in values ? values[key] : whole; });
  }

  function slug(text) {
    var plain = text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return plain.replace(/^-+|-+$/g, "") || "practice";
  }

  function cell(text) { return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text; }

  function save(text, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  document.querySelectorAll("form.entry").forEach(function (form) {
    var say = form.dataset, fields = {}, touched = {};
    Array.from(form.querySelectorAll(".entry-field")).forEach(function (field) { fields[field.dataset.name] = field; });
    var result = form.querySelector(".entry-result"), made = result.querySelector("textarea");
    var status = result.querySelector("[role=status]"), summary = form.querySelector(".entry-errors");

    function control(name) { return fields[name] && fields[name].querySelector("input, select, textarea"); }

    function value(name) {
      if (!fields[name]) return "";
      if (fields[name].dataset.kind !== "checks") return control(name).value.replace(/\s+/g, " ").trim();
      return Array.from(fields[name].querySelectorAll(":checked"), function (box) { return box.value; }).join(" ");
    }

    // What the chosen word of a list says of other fields.
    function chosen(name) {
      var list = control(name);
      return list && list.selectedOptions.length ? list.selectedOptions[0].dataset : {};
    }

    function isWanted(name) {
      var field = fields[name].dataset, rule = chosen("status").rule || "required";
      if (name === "value" || name === "unit") return rule === "required" && !(value("numerator") && value("denominator"));
      if (field.unless) return !field.unless.split(" ").includes(value("kind"));
      if (name === "results.text") return Object.keys(fields).some(function (one) { return one.startsWith("results.") && value(one); });
      return "required" in field;
    }

    function faultOfNumber(text) {
      if (DECIMAL_COMMA.test(text)) return fill(say.sayComma, { text: text.replace(",", ".") });
      return NUMBER.test(text) ? "" : say.sayNumber;
    }

    function faultOfValue(text) {
      var of = chosen("observable");
      if (of.words) return of.words.split("; ").includes(text) ? "" : fill(say.sayWords, { words: of.words });
      var low = of.minimum || "", high = of.maximum || "", fault = faultOfNumber(text);
      if (fault) return fault;
      var isOutside = (low && Number(text) < Number(low)) || (high && Number(text) > Number(high));
      return isOutside ? fill(say.sayRange, { minimum: low || "–∞", maximum: high || "∞" }) : "";
    }

    function faultOfDate(text, kind, pattern) {
      if (!new RegExp("^(?:" + pattern + ")$").test(text)) return kind === "date" ? say.sayDate : say.sayPeriod;
      var isLate = Number(text.slice(kind === "period" ? -4 : 0).slice(0, 4)) > Number(say.lastYear);
      return isLate && value("status") !== "F" ? fill(say.sayFuture, { year: say.lastYear }) : "";
    }

    function fault(name) {
      var text = value(name), field = fields[name].dataset;
      if (!text) return isWanted(name) ? say.sayMissing : "";
      if (name === "value") return faultOfValue(text);
      if (name === "unit") {
        var unit = chosen("observable").unit;
        return unit && unit !== text ? fill(say.sayUnit, { unit: unit }) : "";
      }
      if (field.kind !== "line") return "";
      if (field.cell === "number" || field.cell === "integer") return faultOfNumber(text);
      if (field.cell === "year") return /^[0-9]{4}$/.test(text) ? faultOfDate(text, "year", "[0-9]{4}") : say.sayYear;
      if (field.cell === "period" || field.cell === "date") return faultOfDate(text, field.cell, control(name).dataset.pattern);
      if (field.cell === "id") return new RegExp("^(?:" + control(name).dataset.pattern + ")$").test(text) ? "" : say.sayId;
      if (field.cell === "url") return /^https:\/\/[^\s\/]+\.[^\s\/]/.test(text) ? "" : say.sayUrl;
      return "";
    }

    function show(name) {
      var said = fault(name), place = fields[name].querySelector(".entry-error");
      var marked = fields[name].dataset.kind === "checks" ? fields[name] : control(name);
      if (place.textContent !== said) place.textContent = said;
      if (said) marked.setAttribute("aria-invalid", "true"); else marked.removeAttribute("aria-invalid");
      return said;
    }

    function showTouched() { Object.keys(touched).forEach(show); }

    // An indicator brings its unit.
    function takeUnit() {
      var unit = chosen("observable").unit;
      if (unit && control("unit")) control("unit").value = unit;
    }

    function row() {
      var names = Object.keys(fields).filter(function (name) { return name !== "city" && value(name); });
      return names.join(",") + "\n" + names.map(function (name) { return cell(value(name)); }).join(",") + "\n";
    }

    function entry(name) {
      var text = value(name), kind = fields[name].dataset.cell, isNumber = kind === "number";
      return name.split(".").pop() + ": " + (isNumber ? text : JSON.stringify(text));
    }

    function listed(name) { return name + ": " + JSON.stringify(value(name).split(" ")).replace(/,/g, ", "); }

    function file() {
      var given = Object.keys(fields).filter(function (name) { return name !== "city" && value(name); });
      var results = given.filter(function (name) { return name.startsWith("results."); }).map(entry);
      var plain = given.filter(function (name) { return !name.startsWith("results."); });
      var lines = plain.map(function (name) { return ["areas", "indicators", "sources"].includes(name) ? listed(name) : entry(name); });
      if (results.length) lines.push("results:", "  - {" + results.join(", ") + "}");
      return lines.join("\n") + "\n";
    }

    function lead(kind, address) {
      var link = result.querySelector("[data-to=" + kind + "]");
      if (!link) return;
      link.href = address;
      link.hidden = address.length > LONGEST;
    }

    function make() {
      var path = fill(say.file, { city: value("city"), name: slug(value("title")) });
      var about = control("observable") ? control("observable").selectedOptions[0].text : value("title");
      var subject = fill(say.subject, { subject: control("city").selectedOptions[0].text + ", " + about });
      made.value = say.file.endsWith(".csv") ? row() : file();
      result.querySelector(".entry-file").textContent = path;
      var text = path + "\n\n" + made.value, coded = encodeURIComponent;
      lead("report", say.report + "?" + coded(say.reportTitle) + "=" + coded(subject) + "&" + coded(say.reportText) + "=" + coded(text));
      lead("email", "mailto:" + say.email + "?subject=" + coded(subject) + "&body=" + coded(text));
      status.textContent = "";
      result.hidden = false;
      result.focus();
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var names = Object.keys(fields);
      names.forEach(function (name) { touched[name] = true; });
      var wrong = names.filter(show);
      summary.textContent = wrong.length ? fill(say.sayCount, { n: wrong.length }) : "";
      result.hidden = true;
      if (!wrong.length) return make();
      var folded = fields[wrong[0]].closest("details");
      if (folded) folded.open = true;
      fields[wrong[0]].querySelector("input, select, textarea").focus();
    });
    form.addEventListener("input", function (event) {
      if (event.target === made) return;
      result.hidden = true;
      showTouched();
    });
    form.addEventListener("change", function (event) {
      var field = event.target.closest(".entry-field");
      if (field) touched[field.dataset.name] = true;
      if (event.target === control("observable")) takeUnit();
      showTouched();
    });
    result.querySelector("[data-copy]").addEventListener("click", function () {
      made.select();
      if (navigator.clipboard) navigator.clipboard.writeText(made.value); else document.execCommand("copy");
      status.textContent = say.copied;
    });
    result.querySelector("[data-save]").addEventListener("click", function () {
      save(made.value, result.querySelector(".entry-file").textContent.split("/").pop());
    });

    new URLSearchParams(location.search).forEach(function (text, name) {
      var list = control(name);
      if (list && Array.from(list.options || []).some(function (one) { return one.value === text; })) list.value = text;
    });
    takeUnit();
  });
})();
