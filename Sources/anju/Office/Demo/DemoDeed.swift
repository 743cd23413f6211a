import Casework
import ExpressionLanguage

/// Something that somebody in the demo sets out to do.
enum DemoDeed {
  case register
  case moveIn
  case joinUnit
  case stateFact(String, String, by: String)
  case submit
  case clerkLooks
  case supplement
  case clerkAccepts
  case askDepartment
  case departmentAnswers
  case unitConfirms(Bool)
  case reviewerApproves
  case reviewerRefuses
  case issue
  case endorse
  case lose
  case damage
  case replace
  case moveInside
  case dispute
  case answerDispute
  case cancel(CancellationGround)
  case restore
  case proposeConfiscation
  case confirmConfiscation
  case withdraw
}
