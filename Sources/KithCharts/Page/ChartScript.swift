/// The script that draws every chart of a page by Vega's interpreter of expressions, so that no page has to allow `unsafe-eval`.
public enum ChartScript {
  /// The script; it needs `vega`, `vegaLite` and `vegaEmbed` to be loaded before it.
  ///
  /// Each `figure.chart` has a `.drawing` and a JSON `script`. A drawing is narrowed to its place before it is drawn, if it can be; one that would be too
  /// small to read scrolls instead, and Tab then reaches it.
  public static let source = """
    (function () {
      "use strict";
      function draw(figure) {
        var place = figure.querySelector(".drawing"), data = figure.querySelector("script[type='application/json']");
        if (!place || !data || !window.vegaEmbed) { return; }
        var spec = JSON.parse(data.textContent), room = place.clientWidth;
        var isFixed = spec.usermeta && spec.usermeta.keepsWidth;
        if (spec.layer && !isFixed && room > 200 && room < spec.width) { spec.width = Math.max(200, room - 180); }
        window.vegaEmbed(place, spec, {
          ast: true, renderer: "svg", actions: false, defaultStyle: false, hover: false,
          tooltip: false, config: { aria: false }
        }).then(function () {
          var picture = place.parentNode;
          place.classList.add("drawn");
          if (picture.scrollWidth > picture.clientWidth) { picture.tabIndex = 0; }
        }, function () { place.hidden = true; });
      }
      function all() { document.querySelectorAll("figure.chart").forEach(draw); }
      if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", all); } else { all(); }
    })();

    """

  /// The style of charts and of their tables.
  public static let style = """
    figure.chart{margin:1.5rem 0 2rem;break-inside:avoid}figure.chart figcaption{margin-bottom:.5rem}
    .chart .finding{display:block;font-size:1.1875rem}.chart .subject{display:block;color:#484949}
    .chart .picture,.chart .figures{overflow-x:auto}.chart .drawing svg{max-width:max(100%,660px);height:auto}
    .chart .picture:focus,.chart .figures:focus{outline:3px solid #fd0;box-shadow:inset 0 0 0 2px #0b0c0c}.chart .source,.chart .note,.chart .symbols{font-size:.875rem;margin:.25rem 0}
    .chart .source{color:#484949}.chart table{font-size:.875rem}
    @media print{.chart .picture,.chart .figures{overflow:visible}.chart .drawing svg{max-width:100%}.chart table{font-size:9pt}.chart tr{break-inside:avoid}}

    """
}
