import Foundation
import Hummingbird
import KithReports
import KithReturns

/// The pages and downloads of checks.
struct CheckRoutes: Sendable {
  let site: Site

  func add(to router: Router<BasicRequestContext>) {
    router.get("check") { _, _ in
      let names = site.settings.returns.map { ($0[0] as NSString).lastPathComponent }
      return try site.response(
        CheckPage(returns: names, checks: await site.checks.all, largest: site.settings.largestUpload))
    }
    router.post("check/upload") { request, _ in try await upload(request) }
    router.post("check/given") { request, _ in
      let form = try await FormFields(request, of: site.session)
      return try await given(form["return"].flatMap { Int($0) } ?? -1)
    }
    router.get("check/{check}") { _, context in
      try site.response(CheckSummaryPage(try await check(context)))
    }
    router.get("check/{check}/part/{part}/rule/{rule}") { request, context in
      let check = try await check(context)
      let page = CheckRulePage(
        try context.parameters.require("rule"), try part(of: check, context), check, page: Self.page(request))
      guard let page else { throw WebError.notFound }
      return try site.response(page)
    }
    router.get("check/{check}/part/{part}/team/{team}") { _, context in
      let sheets = ChaseSheets(try part(of: try await check(context), context).lines, due: "").sheets
      let place = try context.parameters.require("team", as: Int.self)
      guard sheets.indices.contains(place) else { throw WebError.notFound }
      return site.download(
        Array(sheets[place].csv.utf8), name: "chase-\(place + 1).csv", type: "text/csv; charset=utf-8")
    }
    router.get("check/{check}/part/{part}/{file}") { _, context in try await download(context) }
    router.get("check/{check}/kith-notes.csv") { _, context in
      let notes = try await check(context).context.notes
      return site.download(Array(notes.csv.utf8), name: Notes.fileName, type: "text/csv; charset=utf-8")
    }
    router.post("check/{check}/remove") { request, context in
      _ = try await FormFields(request, of: site.session)
      await site.checks.remove(try context.parameters.require("check"))
      return site.redirect(to: "/check")
    }
  }

  /// The page of a long list that a request asks for, from 1.
  static func page(_ request: Request) -> Int { request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1 }

  private func check(_ context: BasicRequestContext) async throws -> CheckedReturn {
    try await site.checks.check(try context.parameters.require("check"))
  }

  private func part(of check: CheckedReturn, _ context: BasicRequestContext) throws -> CheckedPart {
    guard let part = check.part(try context.parameters.require("part")) else { throw WebError.notFound }
    return part
  }

  private func upload(_ request: Request) async throws -> Response {
    let files = try await UploadedFiles.receive(request, site)
    do {
      guard files.count > 0 else { throw WebError.unusable("No files were chosen", "Choose the return's files.") }
      let code = files.fields["authority"].map { String($0.prefix { $0 != " " }) }
      var asked = CheckRequest(name: files.count == 1 ? "one file" : "\(files.count) files", paths: files.paths)
      asked.previous = files.previous
      asked.year = files.fields["year"].flatMap { Int($0) }
      asked.authority = code.flatMap { $0.isEmpty ? nil : Int($0) == nil ? files.fields["authority"] : $0 }
      asked.folder = files.folder
      return try await run(asked)
    } catch {
      try? FileManager.default.removeItem(atPath: files.folder)
      throw error
    }
  }

  private func given(_ number: Int) async throws -> Response {
    let settings = site.settings
    guard settings.returns.indices.contains(number) else { throw WebError.notFound }
    let paths = settings.returns[number]
    var asked = CheckRequest(name: (paths[0] as NSString).lastPathComponent, paths: paths)
    asked.previous = number == 0 ? settings.previous : []
    asked.year = settings.year
    asked.authority = settings.authority
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: paths[0], isDirectory: &isFolder)
    asked.notesFolder = isThere && isFolder.boolValue ? paths[0] : nil
    return try await run(asked)
  }

  /// Checks, keeps what came of it, and goes to its page.
  private func run(_ request: CheckRequest) async throws -> Response {
    var request = request
    request.context = try CheckContext(site.settings).context(beside: request.paths)
    var (owner, parts) = try await request.checked(site.references, largest: site.settings.largestUnpacked)
    if request.context.lastRun == nil, let lastRun = await site.checks.lastRun(of: owner) {
      request.context.lastRun = lastRun
      parts = parts.map { [context = request.context] in $0.with(context) }
    }
    return site.redirect(to: "/check/\(await site.checks.add(request, owner, parts).id)")
  }
}

extension CheckRoutes {
  private func download(_ context: BasicRequestContext) async throws -> Response {
    let check = try await check(context)
    let part = try part(of: check, context)
    let name = "\(part.name)-\(check.owner.year)"
    switch try context.parameters.require("file") {
    case "report.xlsx":
      return site.download(
        try workbook(part), name: "\(name).xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    case "report.html":
      return site.download(Array(part.downloads.html().utf8), name: "\(name).html", type: "text/html; charset=utf-8")
    case "findings.csv":
      return site.download(Array(part.downloads.csv().utf8), name: "\(name).csv", type: "text/csv; charset=utf-8")
    case "findings.json":
      return site.download(Array(try part.downloads.json().utf8), name: "\(name).json", type: "application/json")
    default: throw WebError.notFound
    }
  }

  /// The workbook's bytes, by way of a file that is gone again at once.
  private func workbook(_ part: CheckedPart) throws -> [UInt8] {
    let folder = try site.scratch.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try part.downloads.workbook(folder + "/report.xlsx")
    return Array(try Data(contentsOf: URL(filePath: folder + "/report.xlsx")))
  }
}

/// What is shown beside findings: notes kept beside the return, teams, the last run.
struct CheckContext {
  private let settings: WebSettings

  init(_ settings: WebSettings) { self.settings = settings }

  /// The context of a return at these paths.
  func context(beside paths: [String]) throws -> FindingContext {
    let folders = paths + paths.flatMap { [$0 + "/prev", $0 + "/previous"] }
    var notes = Notes()
    for path in folders.map({ $0 + "/" + Notes.fileName }) where FileManager.default.fileExists(atPath: path) {
      notes = notes.merging(try Notes(path))
    }
    return FindingContext(
      notes: notes, teams: try settings.teams.map { path throws(ReadError) in try Teams(path) } ?? Teams(),
      lastRun: try settings.lastRun.flatMap { try lastRun($0) })
  }

  /// The findings of a run's reports, all parts together; nil where there are none.
  private func lastRun(_ folder: String) throws -> LastRun? {
    let files = ["", "/ssda903", "/cin", "/across"].map { folder + $0 + "/findings.csv" }
    let found = try files.filter { FileManager.default.fileExists(atPath: $0) }.map { try LastRun($0) }
    return found.isEmpty ? nil : LastRun(keys: found.reduce(into: []) { $0.formUnion($1.keys) })
  }
}
