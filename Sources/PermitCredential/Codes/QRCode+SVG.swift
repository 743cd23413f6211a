extension QRCode {
  /// The code as an `<svg>` element, to stand in a page: black on white whatever the page's
  /// colours are, with its quiet zone, without styles or scripts.
  ///
  /// `title` is what a reader of the screen says; `name` is the element's class.
  package func svg(title: String, name: String = "aj-code") -> String {
    let side = width + 2 * QRCode.quietZone
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        guard self[row, column] else {
          column += 1
          continue
        }
        let start = column
        while self[row, column] { column += 1 }
        let (x, y) = (start + QRCode.quietZone, row + QRCode.quietZone)
        path += "M\(x) \(y)h\(column - start)v1H\(x)z"
      }
    }
    return #"<svg xmlns="http://www.w3.org/2000/svg" class="\#(escaped(name))" role="img""#
      + #" viewBox="0 0 \#(side) \#(side)" shape-rendering="crispEdges">"#
      + "<title>\(escaped(title))</title>"
      + ##"<path fill="#fff" d="M0 0h\##(side)v\##(side)H0z"/><path fill="#000" d="\##(path)"/></svg>"##
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
