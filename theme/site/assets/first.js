// Runs before the first paint: marks that scripts work and that the address asks for something,
// and sets the display chosen earlier.
(function () {
  var root = document.documentElement;
  root.className = root.className.replace("no-js", location.search ? "js asked" : "js");
  try {
    var chosen = localStorage.getItem("display");
    if (chosen === "dark" || chosen === "light") root.setAttribute("data-theme", chosen);
  } catch (error) {
    // Storage is closed to us (private window, some local files): the system's display stays.
  }
})();
