import KithStudies
import Testing

@Suite("What a study cannot say")
struct StudyErrorTests {
  @Test("an error reads as its sentence")
  func sentence() {
    #expect("\(StudyError(.tooLittle, "no child was followed"))" == "no child was followed")
  }
}
