/// The pages for everybody.
enum PublicRoutes {
  static let all: [Route] = [
    .page("", for: .everyone, HomePage.show),
    .page("/ways", for: .everyone, WaysStartPage.show),
    .form("/ways", for: .everyone, WaysStartPage.send),
    .page("/ways/question", for: .everyone, QuestionPage.show),
    .form("/ways/question", for: .everyone, QuestionPage.send),
    .page("/ways/answers", for: .everyone, AnswersPage.show),
    .page("/ways/clear", for: .everyone, ClearPage.show),
    .form("/ways/clear", for: .everyone, ClearPage.send),
  ]
}
