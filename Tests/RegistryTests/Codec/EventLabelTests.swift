import Casework
import ExpressionLanguage
import Testing

struct EventLabelTests {
  @Test func `every type of entry has a label in both languages`() {
    for event in EventSamples.all {
      let label = EventLabels.label(ofType: event.type)
      #expect(label.english != event.type, "\(event.type) has no label")
      #expect(label.chinese != label.english && !label.chinese.isEmpty, "\(event.type)")
    }
  }

  @Test func `a type of which no entry is stays as it stands`() {
    #expect(EventLabels.label(ofType: "permit/sold").chinese == "permit/sold")
  }
}
