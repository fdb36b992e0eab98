// Lets a reader keep a chart as a picture: a button each for SVG and PNG, drawn anew by Vega with its title and source.
(function () {
  "use strict";
  function words(figure, selector) {
    var found = figure.querySelector(selector);
    return found ? found.textContent : "";
  }
  function titled(figure) {
    var spec = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    spec.title = {
      text: words(figure, ".finding"), subtitle: [words(figure, ".subject"), words(figure, ".source")],
      anchor: "start", fontSize: 18, subtitleFontSize: 14, offset: 16
    };
    return spec;
  }
  function keep(address, name) {
    var link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }
  function save(figure, kind) {
    var place = document.createElement("div");
    window.vegaEmbed(place, titled(figure), { ast: true, renderer: "none", actions: false, defaultStyle: false })
      .then(function (drawn) { return drawn.view.toImageURL(kind, kind === "png" ? 2 : 1); })
      .then(function (address) { keep(address, "kith-" + figure.id + "." + kind); });
  }
  function button(figure, kind) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary kith-save";
    button.textContent = "Save as " + kind.toUpperCase();
    button.addEventListener("click", function () { save(figure, kind); });
    return button;
  }
  function all() {
    document.querySelectorAll("figure.chart").forEach(function (figure) {
      var picture = figure.querySelector(".picture");
      if (!picture || !window.vegaEmbed) { return; }
      picture.after(button(figure, "svg"), button(figure, "png"));
    });
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", all); } else { all(); }
})();
