import Foundation
import Hummingbird
import KithReports

/// The pages about one child, each of which is opened for a reason that is noted, and the notes on findings.
struct CheckedChildRoutes: Sendable {
  let site: Site

  func add(to router: Router<BasicRequestContext>) {
    router.get("check/{check}/children") { request, context in
      try site.response(CheckChildrenPage(try await check(context), page: CheckRoutes.page(request)))
    }
    router.post("check/{check}/find") { request, context in
      let form = try await FormFields(request, of: site.session)
      let check = try await check(context)
      guard let handle = check.handles.handle(form["child"] ?? "") else {
        throw WebError.unusable(
          "No such child", "The return does not name that child. Go back and look at the identifier.")
      }
      return site.redirect(to: "/check/\(check.id)/child/\(handle)")
    }
    router.get("check/{check}/child/{child}") { _, context in try await show(context) }
    router.post("check/{check}/child/{child}") { request, context in
      let form = try await FormFields(request, of: site.session)
      return try await open(context, reason: form["reason"])
    }
    router.get("check/{check}/part/{part}/note/{finding}") { _, context in
      let (check, part, place) = try await finding(context)
      let line = part.lines[place]
      let base = "/check/\(check.id)/part/\(part.name)"
      return try site.response(
        CheckNotePage(
          line, check, address: "\(base)/note/\(place)", backAddress: "\(base)/rule/\(line.rule)"))
    }
    router.post("check/{check}/part/{part}/note/{finding}") { request, context in
      let form = try await FormFields(request, of: site.session)
      return try await note(context, form["note"] ?? "")
    }
  }

  private func check(_ context: BasicRequestContext) async throws -> CheckedReturn {
    try await site.checks.check(try context.parameters.require("check"))
  }

  /// The page of a child, once the user has said why; until then the question.
  private func show(_ context: BasicRequestContext) async throws -> Response {
    let (check, handle) = (try await check(context), try context.parameters.require("child"))
    guard let child = check.handles.child(handle) else { throw WebError.notFound }
    let reason = await site.checks.lastReason
    guard await site.checks.isOpen(handle) else {
      return try site.response(
        CheckReasonPage(
          address: "/check/\(check.id)/child/\(handle)", log: site.accessLog.path, lastReason: reason))
    }
    return try site.response(CheckChildPage(child, check, reason: reason))
  }

  private func open(_ context: BasicRequestContext, reason: String?) async throws -> Response {
    let (check, handle) = (try await check(context), try context.parameters.require("child"))
    guard let child = check.handles.child(handle) else { throw WebError.notFound }
    guard let reason, reason.count <= 200 else {
      throw WebError.unusable("Say why", "Give a reason of up to 200 characters, as: to explain rule 501 to the team.")
    }
    try await site.accessLog.note("child's page, \(check.title)", child: child, reason: reason)
    await site.checks.open(handle, reason: reason)
    return site.redirect(to: "/check/\(check.id)/child/\(handle)")
  }

  private func finding(_ context: BasicRequestContext) async throws -> (CheckedReturn, CheckedPart, Int) {
    let check = try await check(context)
    guard let part = check.part(try context.parameters.require("part")),
      let place = context.parameters.get("finding", as: Int.self), part.lines.indices.contains(place)
    else { throw WebError.notFound }
    return (check, part, place)
  }

  /// Keeps a note for the session and, where the return lies in a folder that was given, beside it.
  private func note(_ context: BasicRequestContext, _ text: String) async throws -> Response {
    let (check, part, place) = try await finding(context)
    guard text.count <= 2000 else {
      throw WebError.unusable("The note is too long", "Write up to 2,000 characters.")
    }
    let line = part.lines[place]
    let noted = try await site.checks.note(check.id, line.key, text)
    if let folder = check.request.notesFolder {
      do {
        try Data(noted.context.notes.csv.utf8).write(
          to: URL(filePath: folder + "/" + Notes.fileName), options: .atomic)
      } catch {
        throw WebError.unusable(
          "The note is kept for this session only", "The return's folder cannot be written to. Download the notes.")
      }
    }
    return site.redirect(to: "/check/\(check.id)/part/\(part.name)/rule/\(line.rule)")
  }
}
