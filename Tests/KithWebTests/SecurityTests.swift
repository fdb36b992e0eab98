import Foundation
import HTTPTypes
import KithTesting
import Testing

@testable import KithWeb

@Suite("Who may use the server")
struct AccessTests {
  @Test("the start link works once, and only with its token")
  func startLink() async throws {
    let browser = try await Browser(opens: false)
    #expect(try await browser.get("/").status == 403)
    #expect(try await browser.start("0000") == nil)
    #expect(try await browser.get("/start").status == 403)
    let cookie = try #require(try await browser.start(browser.site.session.startToken.description))
    #expect(try await browser.start(browser.site.session.startToken.description) == nil)
    #expect(try await browser.get("/", [.cookie: cookie]).status == 200)
    #expect(try await browser.get("/", [.cookie: cookie + "0"]).status == 403)
    #expect(try await browser.get("/", [.cookie: "kith-7777=" + String(repeating: "0", count: 64)]).status == 403)
  }

  @Test("the cookie is not for scripts, nor for requests that other sites make")
  func cookie() async throws {
    let browser = try await Browser(opens: false)
    let answer = try await browser.get("/start?token=\(browser.site.session.startToken)")
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
  }

  @Test(
    "a request for another host is refused, though it comes with the cookie",
    arguments: [
      "evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:7777", "",
    ])
  func foreignHost(host: String) async throws {
    let browser = try await Browser()
    #expect(try await browser.get("/", [.hostForTests: host]).status == 421)
  }

  @Test("what another site, or another program on this machine, makes the browser send is refused")
  func crossSite() async throws {
    let browser = try await Browser()
    let site = HTTPField.Name.named("Sec-Fetch-Site")
    #expect(try await browser.get("/", [site: "cross-site"]).status == 403)
    #expect(try await browser.get("/", [site: "same-site"]).status == 403)
    #expect(try await browser.get("/", [site: "same-origin"]).status == 200)
    #expect(try await browser.post("/end", origin: "http://evil.example").status == 403)
    #expect(try await browser.post("/end", origin: "http://127.0.0.1:9999").status == 403)
    #expect(try await browser.post("/end", origin: "null").status == 403)
    #expect(try await browser.post("/end", token: "wrong").status == 403)
    #expect(try await browser.get("/").status == 200)
  }

  @Test("after the end of the session no page is shown, and its folder is gone")
  func end() async throws {
    let browser = try await Browser()
    #expect(FileManager.default.fileExists(atPath: browser.site.scratch.path))
    #expect(try await browser.post("/end").status == 200)
    #expect(try await browser.get("/").status == 403)
    #expect(!FileManager.default.fileExists(atPath: browser.site.scratch.path))
  }

  @Test(
    "every answer tells the browser to keep nothing and to run nothing but Kith's own files",
    arguments: [
      "/", "/nothing", "/start",
    ])
  func headers(path: String) async throws {
    let browser = try await Browser()
    let answer = try await browser.get(path)
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"))
    #expect(answer.headers[.cacheControl] == "no-store")
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
  }

  @Test(
    "no path leads to a file that is not one of the pages' own",
    arguments: [
      "/assets/../layout.mustache", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd",
      "/assets/x.css",
      "/..%2f", "/assets/",
    ])
  func assetPaths(path: String) async throws {
    let browser = try await Browser()
    #expect(try await browser.get(path).status == 404)
    #expect(try await browser.get("/assets/kith.css").status == 200)
  }
}
