# The code of a Swift line: comments dropped, the insides of string literals blanked.
#
# `code(line)` is called for each line in order; `code_reset()` at the start of a file. What is
# interpolated into a string is code. Contexts lie on a stack: "code", "interpolation" (with the
# depth of its brackets), "comment" (they nest) and "string" (with its `#`s and its quotes).

function code_reset() {
  top = 0
  context[0] = "code"
}

function push(kind) {
  context[++top] = kind
  depth[top] = 1
}

function hashes_at(line, i,    n) {
  while (substr(line, i + n, 1) == "#") n++
  return n + 0
}

function code(line,    i, end, c, rest, out, n, kind, close_) {
  i = 1
  end = length(line)
  out = ""
  while (i <= end) {
    kind = context[top]
    if (kind == "comment") {
      if (substr(line, i, 2) == "/*") { depth[top]++; i += 2 }
      else if (substr(line, i, 2) == "*/") { if (--depth[top] == 0) top--; i += 2 }
      else i++
      continue
    }
    if (kind == "string") {
      if (substr(line, i, 1) == "\\" && hashes_at(line, i + 1) >= hashes[top]) {
        i += 1 + hashes[top]
        if (substr(line, i, 1) == "(") push("interpolation")
        i++
      } else {
        close_ = quotes[top] substr("################", 1, hashes[top])
        if (substr(line, i, length(close_)) == close_) {
          out = out "\""
          i += length(close_)
          top--
        } else i++
      }
      continue
    }
    rest = substr(line, i)
    if (!match(rest, /["#\/()]/)) { out = out rest; break }
    out = out substr(rest, 1, RSTART - 1)
    i += RSTART - 1
    c = substr(line, i, 1)
    if (substr(line, i, 2) == "//") break
    if (substr(line, i, 2) == "/*") { push("comment"); i += 2; continue }
    n = hashes_at(line, i)
    if (substr(line, i + n, 1) == "\"") {
      push("string")
      hashes[top] = n
      quotes[top] = substr(line, i + n, 3) == "\"\"\"" ? "\"\"\"" : "\""
      out = out "\""
      i += n + length(quotes[top])
      continue
    }
    if (kind == "interpolation") {
      if (c == "(") depth[top]++
      if (c == ")" && --depth[top] == 0) { top--; i++; continue }
    }
    out = out c
    i++
  }
  # A string of one line ends with its line, whatever it looked like (a regular expression may).
  while (top > 0 && context[top] == "string" && quotes[top] == "\"") top--
  return out
}
