package import ExpressionLanguage

/// What binds under a heading.
package enum Block: Sendable {
  /// Numbered items.
  case list(List)
  /// A table.
  case table(Table)
  /// One fenced expression.
  case fence(Fence)

  /// All of its lines.
  package var range: SourceRange {
    switch self {
    case .list(let list): list.range
    case .table(let table): table.range
    case .fence(let fence): fence.range
    }
  }
}
