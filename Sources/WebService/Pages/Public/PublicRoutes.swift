/// The pages for everybody.
enum PublicRoutes {
  static let all: [Route] = ways + measures + words

  private static let ways: [Route] = [
    .page("/ways", for: .everyone, WaysStartPage.show),
    .form("/ways", for: .everyone, WaysStartPage.send),
    .page("/ways/question", for: .everyone, QuestionPage.show).takingLong(),
    .form("/ways/question", for: .everyone, QuestionPage.send).takingLong(),
    .page("/ways/answers", for: .everyone, AnswersPage.show).takingLong(),
    .page("/ways/result", for: .everyone, ResultPage.show).takingLong(),
    .page("/ways/clear", for: .everyone, ClearPage.show),
    .form("/ways/clear", for: .everyone, ClearPage.send),
  ]

  private static let measures: [Route] = [
    .page("/measures", for: .everyone, MeasuresPage.show),
    .page("/measures/{place}/{name}", for: .everyone, MeasureReadingPage.current),
    .page("/measures/{place}/{name}/compare", for: .everyone, MeasureComparisonPage.show),
    .page("/measures/{place}/{name}/{from}", for: .everyone, MeasureReadingPage.show),
    .page("/services", for: .everyone, ServicesPage.show),
    .page("/services/{name}", for: .everyone, ServicePage.show),
    .page("/guide/permit", for: .everyone, PermitGuidePage.show),
  ]

  private static let words: [Route] = [
    .page("", for: .everyone, HomePage.show),
    .page("/help", for: .everyone, WrittenPage.help),
    .page("/privacy", for: .everyone, WrittenPage.privacy),
    .page("/accessibility", for: .everyone, WrittenPage.accessibility),
    .page("/samples", for: .everyone, WrittenPage.samples),
    .page("/catalogue", for: .everyone, WrittenPage.catalogue),
  ]
}
