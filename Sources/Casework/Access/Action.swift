/// Everything that somebody may ask for, as the table of who may do what names it.
package enum Action: String, CaseIterable, Hashable, Sendable, Codable {
  // The person.
  case registerResident = "register resident"
  case correctIdentity = "correct identity"
  case changeContact = "change contact"
  case registerResidence = "register residence"
  case changeEmployer = "change employer"
  case linkRelative = "link relative"
  case appointGuardian = "appoint guardian"
  case protectPerson = "protect person"
  case mergeFiles = "merge files"
  // Facts.
  case stateFact = "state fact"
  case withdrawFact = "withdraw fact"
  case disputeFact = "dispute fact"
  case answerDispute = "answer dispute"
  // Applications.
  case submit
  case giveNotice = "give one-time notice"
  case supplement
  case accept
  case declineScope = "decline as not in scope"
  case withdrawApplication = "withdraw application"
  case askDepartment = "ask department"
  case answerCheck = "answer check"
  case confirmRelocation = "confirm relocation"
  case extendTerm = "extend term"
  case approve
  case refuse
  // The permit.
  case issue
  case endorse
  case refuseEndorsement = "refuse endorsement"
  case reportLoss = "report loss"
  case reportDamage = "report damage"
  case replaceCard = "replace card"
  case cancel
  case proposeConfiscation = "propose confiscation"
  case confirmConfiscation = "confirm confiscation"
  case restore
  // Time.
  case dayWork = "day work"
  // Reading.
  case readFile = "read file"
  case readOwnFile = "read own file"
  case askEntitlement = "ask entitlement"
  case search
  case readQueue = "read queue"
  case readStatistics = "read statistics"
  case readAccessLog = "read access log"
  case destroyPerson = "destroy person"
  case importFacts = "import facts"
}
