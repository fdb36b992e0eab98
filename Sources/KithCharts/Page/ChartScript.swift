/// The script that draws every chart of a page by Vega's interpreter of expressions, so that no page has to allow `unsafe-eval`.
public enum ChartScript {
  /// The script; it needs `vega`, `vegaLite` and `vegaEmbed` to be loaded before it.
  ///
  /// Each `figure.chart` has a `.drawing` and a JSON `script`. A drawing is narrowed to its place before it is drawn, if it can be.
  public static let source = """
    (function () {
      "use strict";
      function draw(figure) {
        var place = figure.querySelector(".drawing"), data = figure.querySelector("script[type='application/json']");
        if (!place || !data || !window.vegaEmbed) { return; }
        var spec = JSON.parse(data.textContent), room = place.clientWidth;
        if (spec.layer && room > 200 && room < spec.width) { spec.width = Math.max(200, room - 180); }
        window.vegaEmbed(place, spec, {
          ast: true, renderer: "svg", actions: false, defaultStyle: false, hover: false,
          tooltip: false, config: { aria: false }
        }).then(function () { place.classList.add("drawn"); }, function () { place.hidden = true; });
      }
      function all() { document.querySelectorAll("figure.chart").forEach(draw); }
      if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", all); } else { all(); }
    })();

    """

  /// The style of charts and of their tables.
  public static let style = """
    figure.chart{margin:1.5rem 0 2rem;break-inside:avoid}figure.chart figcaption{margin-bottom:.5rem}
    .chart .finding{display:block;font-size:1.1875rem}.chart .subject{display:block;color:#484949}
    .chart .drawing svg{max-width:100%;height:auto}.chart .figures{overflow-x:auto}
    .chart .figures:focus{outline:3px solid #fd0}.chart .source,.chart .note,.chart .symbols{font-size:.875rem;margin:.25rem 0}
    .chart .source{color:#484949}.chart table{font-size:.875rem}
    @media print{.chart .figures{overflow:visible}.chart table{font-size:9pt}.chart tr{break-inside:avoid}}

    """
}
