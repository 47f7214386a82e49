// What a reader has chosen on a page stands in its address, so that it can be passed on and is
// there again after Back: `read` and `keep` by name. Used by the filter, the sorting, the weights.
(function () {
  "use strict";

  window.profilesAddress = {
    read: function (name) { return new URLSearchParams(location.search).get(name) || ""; },

    // An empty text takes a name out of the address.
    keep: function (chosen) {
      var query = new URLSearchParams(location.search);
      Object.keys(chosen).forEach(function (name) {
        if (chosen[name]) query.set(name, chosen[name]);
        else query.delete(name);
      });
      var text = query.toString().replace(/%2C/g, ",");
      try {
        history.replaceState(null, "", location.pathname + (text && "?" + text) + location.hash);
      } catch (error) {
        // Not in the address (some browsers, from disk), still chosen.
      }
    }
  };
})();
