import Testing

@testable import WebService

struct HousekeepingTests {
  @Test func `the group of services is told a name, and nothing that the service holds`()
    async throws
  {
    let housekeeping = Housekeeping(try await ServiceFixture().service)
    #expect("\(housekeeping)" == "housekeeping")
  }
}
