import Casework
import ExpressionLanguage
import HTTPTypes
import Registry

/// How many people there are, and what happened.
enum StatisticsOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "getPopulation",
      method: .get,
      path: "/api/v1/population",
      audience: .allowed(.readStatistics),
      words: Bilingual("How many people, by what they have in common.", "人口数及其构成。"),
      parameters: [FileOperations.purpose],
      success: .init(
        words: Bilingual("the counts", "统计"),
        schema: APISchema.object([
          "on": APISchema.day, "people": APISchema.integer,
          "cells": APISchema.list(
            APISchema.object([
              "permit?": APISchema.string, "district": APISchema.string,
              "isMale": APISchema.truth, "ageFrom": APISchema.integer,
              "basis?": APISchema.string, "count": APISchema.integer,
            ])
          ),
        ])
      ),
      handler: population
    ),
    APIOperation(
      id: "getFlows",
      method: .get,
      path: "/api/v1/flows",
      audience: .allowed(.readStatistics),
      words: Bilingual("What happened in each month.", "各月发生的事项。"),
      parameters: [month("from"), month("to"), FileOperations.purpose],
      success: .init(
        words: Bilingual("the counts", "统计"),
        schema: APISchema.object([
          "flows": APISchema.list(
            APISchema.object([
              "month": APISchema.string, "kind": APISchema.string, "detail": APISchema.string,
              "district": APISchema.string, "count": APISchema.integer,
            ])
          )
        ])
      ),
      handler: flows
    ),
  ]

  private static func month(_ name: String) -> APIOperation.Parameter {
    .init(
      name: name,
      place: .query,
      isRequired: true,
      words: Bilingual("a month such as 2026-01", "月份，如2026-01"),
      schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"]
    )
  }

  private struct Counts: Encodable {
    struct Cell: Encodable {
      var permit: String?
      var district: String
      var isMale: Bool
      var ageFrom: Int
      var basis: Basis?
      var count: Int
    }
    var on: CivilDate
    var people: Int
    var cells: [Cell]
  }

  private static let population: Route.Handler = { visit in
    let population = try await visit.office.population(
      by: try visit.actor,
      for: try visit.purposeAsked(.readStatistics)
    )
    return try APIBody.answer(
      Counts(
        on: population.day,
        people: population.count,
        cells: population.cells.map {
          .init(
            permit: $0.permit?.rawValue,
            district: $0.district,
            isMale: $0.isMale,
            ageFrom: $0.ageFrom,
            basis: $0.basis,
            count: $0.count
          )
        }
      )
    )
  }

  private struct Flows: Encodable {
    struct Item: Encodable {
      var month: String
      var kind: Flow.Kind
      var detail: String
      var district: String
      var count: Int
    }
    var flows: [Item]
  }

  private static let flows: Route.Handler = { visit in
    guard let first = visit.query["from"].flatMap({ CivilMonth($0) }),
      let last = visit.query["to"].flatMap({ CivilMonth($0) }), first <= last
    else {
      throw Fault.malformed(
        Bilingual("`from` and `to` want months such as 2026-01", "“from”和“to”应为月份，如2026-01")
      )
    }
    let flows = try await visit.office.flows(
      from: first,
      to: last,
      by: try visit.actor,
      for: try visit.purposeAsked(.readStatistics)
    )
    return try APIBody.answer(
      Flows(
        flows: flows.map {
          .init(
            month: $0.month.description,
            kind: $0.kind,
            detail: $0.detail,
            district: $0.district,
            count: $0.count
          )
        }
      )
    )
  }
}
