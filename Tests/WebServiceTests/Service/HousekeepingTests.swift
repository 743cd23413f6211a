import Testing

@testable import WebService

struct HousekeepingTests {
  @Test func `what runs beside the answering prints nothing that the service holds`() async throws {
    let service = try await ServiceFixture().service
    #expect("\(Housekeeping(service))" == "Housekeeping(service: the service)")
    #expect("\(DestroyedAccounts(service))".contains("the service"))
    #expect("\(DestroyedAccounts(service))".count < 300)
  }
}
