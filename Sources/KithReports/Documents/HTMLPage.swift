import KithCharts
/// A page that stands by itself: its style is within it, and it loads nothing.
struct HTMLPage {
  let title: String
  let body: String

  var html: String {
    var page = HTMLText()
    page.markup("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    page.markup(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
    page.element("title", [], title)
    page.markup("<style>")
    page.markup(Self.style)
    page.markup("</style></head><body><main>\n")
    return page.html + body + "</main></body></html>\n"
  }

  private static let style: StaticString = """
    body{font:16px/1.4 Arial,Helvetica,sans-serif;color:#0b0c0c;margin:0}main{max-width:72rem;margin:0 auto;padding:1rem}
    h1{font-size:2rem}h2{font-size:1.5rem;margin-top:2rem}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
    caption{text-align:left;font-weight:bold;padding:.25rem 0}th,td{text-align:left;padding:.4rem .6rem .4rem 0;
    border-bottom:1px solid #b1b4b6;vertical-align:top;overflow-wrap:anywhere}.figure{text-align:right}
    summary{cursor:pointer;padding:.5rem 0;font-weight:bold}summary:focus{outline:3px solid #fd0;background:#fd0}
    .fault{background:#fff3bf;border:2px solid #594d00}.note{border-left:10px solid #b1b4b6;padding:.5rem 1rem;margin:1rem 0}
    @media print{details>*{display:block}main{max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
    """
}
