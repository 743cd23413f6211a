import Casework
import ExpressionLanguage
import Registry

extension DemoCity {
  /// What comes of a deed that was done.
  mutating func follow(_ deed: DemoDeed, _ index: Int, _ receipt: Receipt) {
    story.add(deed, people[index], receipt, on: today)
    if people[index].isScripted { return note(deed, index, receipt) }
    switch deed {
    case .register:
      people[index].resident = receipt.resident
      if happens(30) { people[index].forgotten = [people[index].papers.last ?? "photograph"] }
      plan(.moveIn, index, in: 0)
    case .moveIn:
      if people[index].basis == .relocation { plan(.joinUnit, index, in: 1) }
      for (order, (fact, value, source)) in facts(people[index]).enumerated() {
        plan(.stateFact(fact, value, by: source), index, in: order * 15 + days(1...15))
      }
      // The half year passes, unless the relocation waives it; some come too early.
      let wait = people[index].basis == .relocation ? 61...90 : happens(4) ? 90...150 : 186...220
      plan(.submit, index, in: days(wait))
      if happens(2) { plan(.dispute, index, in: days(61...80)) }
    case .submit:
      people[index].application += 1
      // Now and then nobody looks in time: it counts as accepted, and the reviewer finds it.
      if happens(3) { return examined(index, in: days(8...11)) }
      plan(.clerkLooks, index, in: days(0...3))
    case .clerkLooks:
      if people[index].forgotten.isEmpty { return accepted(index) }
      if happens(85) { plan(.supplement, index, in: days(1...20)) }
    case .supplement:
      people[index].forgotten = []
      plan(.clerkAccepts, index, in: days(0...2))
    case .clerkAccepts: accepted(index)
    case .askDepartment: answered(index, in: days(1...4))
    case .departmentAnswers: plan(.reviewerApproves, index, in: days(0...2))
    case .unitConfirms: plan(.reviewerApproves, index, in: days(0...2))
    case .reviewerApproves: plan(.issue, index, in: days(1...4))
    case .issue: issued(index)
    case .endorse: endorsed(index)
    case .lose, .damage: plan(.replace, index, in: days(1...10))
    case .dispute: plan(.answerDispute, index, in: days(1...6))
    case .proposeConfiscation: plan(.confirmConfiscation, index, in: days(1...5))
    case .cancel(.issuedInError): plan(.restore, index, in: days(2...15))
    case .cancel, .confirmConfiscation: people[index].isGone = true
    default: break
    }
  }

  /// What comes of a deed that the office refused.
  mutating func fail(_ deed: DemoDeed, _ index: Int, _ rejection: Rejection) {
    story.add(rejection)
    if people[index].isScripted { return }
    switch deed {
    case .reviewerApproves where rejection.id == "wrong-state":
      plan(.reviewerApproves, index, in: 2)
    case .reviewerApproves: plan(.reviewerRefuses, index, in: 0)
    case .submit where people[index].application == 0: plan(.submit, index, in: 30)
    case .clerkLooks: plan(.clerkAccepts, index, in: 0)
    // Over a holiday it takes longer until it counts as accepted.
    case .askDepartment, .unitConfirms: examined(index, in: 2)
    default: break
    }
  }

  /// What is known of somebody after a deed that was set out before.
  private mutating func note(_ deed: DemoDeed, _ index: Int, _ receipt: Receipt) {
    switch deed {
    case .register: people[index].resident = receipt.resident
    case .submit: people[index].application += 1
    case .supplement: people[index].forgotten = []
    default: break
    }
  }

  private mutating func accepted(_ index: Int) {
    if people[index].basis == .relocation {
      plan(.unitConfirms(!happens(3)), index, in: days(0...3))
    } else if happens(2) {
      plan(.withdraw, index, in: 1)
    } else {
      examined(index, in: days(0...1))
    }
  }

  /// Whoever can tell is asked.
  private mutating func examined(_ index: Int, in days: Int) {
    let isRelocated = people[index].basis == .relocation
    plan(isRelocated ? .unitConfirms(true) : .askDepartment, index, in: days)
  }

  /// A department states what it was asked, and says so.
  private mutating func answered(_ index: Int, in days: Int) {
    let person = people[index]
    let asked = check(person).fact
    for (fact, value, source) in facts(person) where fact == asked {
      plan(.stateFact(fact, value, by: source), index, in: days)
    }
    plan(.departmentAnswers, index, in: days)
  }

  private mutating func issued(_ index: Int) {
    people[index].isForgetful = happens(20)
    planEndorsement(index)
    if happens(4) { plan(.lose, index, in: days(20...500)) }
    if happens(2) { plan(.damage, index, in: days(20...500)) }
    if happens(10) { plan(.moveInside, index, in: days(20...500)) }
    if happens(6) { plan(.cancel(.movedAway), index, in: days(60...600)) }
    if happens(1) { plan(.cancel(.givenUp), index, in: days(60...600)) }
    if index % 200 == 7 { plan(.cancel(.died), index, in: days(60...600)) }
    if index % 250 == 3 { plan(.cancel(.issuedInError), index, in: days(30...200)) }
    if index % 125 == 11 { plan(.proposeConfiscation, index, in: days(30...300)) }
  }

  private mutating func endorsed(_ index: Int) {
    people[index].isForgetful = happens(20)
    planEndorsement(index)
  }

  /// In the month before the full year, or after it, or never.
  private mutating func planEndorsement(_ index: Int) {
    if !people[index].isForgetful {
      plan(.endorse, index, in: days(338...364))
    } else if happens(75) {
      plan(.endorse, index, in: days(368...440))
    }
  }
}
