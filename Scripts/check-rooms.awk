# The checks of Scripts/check-rooms that read Swift sources line by line.
#
# First file: the table of targets, `name TAB type TAB folder TAB dependencies`; then the sources.
# `engine` names the engine rooms. Prints `path:line: what is wrong; what to do`.

BEGIN {
  count = split(engine, names, " ")
  for (n = 1; n <= count; n++) is_engine[names[n]] = 1
  count = split("Swift Foundation FoundationEssentials FoundationXML FoundationNetworking" \
    " FoundationInternationalization Dispatch Glibc Musl Synchronization RegexBuilder" \
    " Testing XCTest PackagePlugin PackageDescription", names, " ")
  for (n = 1; n <= count; n++) of_toolchain[names[n]] = 1
  declaration = "(func|var|let|struct|class|enum|protocol|actor|init|typealias|subscript|operator|macro)"
  modifier = "(static|final|class|mutating|nonmutating|override|convenience|required|indirect" \
    "|lazy|weak|unowned|dynamic|nonisolated|prefix|postfix|infix|consuming|borrowing" \
    "|(private|fileprivate|internal)[(]set[)]|nonisolated[(][a-z]+[)]|unowned[(][a-z]+[)])"
  exported = "^[ \t]*(@[A-Za-z_]+([(][^)]*[)])?[ \t]+)*(" modifier "[ \t]+)*(public|package)[ \t]+(" \
    modifier "[ \t]+)*" declaration "([^A-Za-z_]|$)"
  importing = "^[ \t]*(@[A-Za-z_]+([(][^)]*[)])?[ \t]+)*((public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+"
}

function fail(message) {
  print FILENAME ":" FNR ": " message
}

function has_word(text, word) {
  return text ~ ("(^|[^A-Za-z0-9_])" word "([^A-Za-z0-9_]|$)")
}

# --- The table of targets ---

FILENAME == table {
  split($0, field, "\t")
  type[field[1]] = field[2]
  folder[field[1]] = field[3]
  declared[field[1]] = " " field[4] " "
  next
}

# --- The sources ---

FNR == 1 {
  room = ""
  for (name in folder) if (index(FILENAME, folder[name] "/") == 1) room = name
  code_reset()
  documented = 0
  function_name = ""
  raw_before = ""
  if (room != "") has_sources[room] = 1
}

{
  line = code($0)
  trimmed = $0
  sub(/^[ \t]+/, "", trimmed)
  check_imports()
  if (room in is_engine) check_engine_room()
  if (type[room] == "regular" || type[room] == "executable") check_documentation()
  check_banned()
  raw_before = trimmed
}

# The module that the line imports, or nothing.
function imported_module(    module) {
  if (line !~ importing) return ""
  module = line
  sub(importing, "", module)
  sub(/^(struct|class|enum|protocol|func|var|let|typealias)[ \t]+/, "", module)
  sub(/[^A-Za-z0-9_].*$/, "", module)
  return module
}

function check_imports(    module) {
  module = imported_module()
  if (module == "") return
  imported[room, module] = 1
  if (room in is_engine && module ~ /^(Foundation[A-Za-z]*|Glibc|Musl|Dispatch|Synchronization)$/)
    fail(room " is an engine room and knows no Foundation, C library, queue or lock;" \
      " move what needs it to a room at the rim")
  if (room == "" || type[room] == "plugin" || module in of_toolchain) return
  if (index(declared[room], " " module " ") == 0)
    fail(room " imports " module ", which it does not declare; add " module \
      " to the dependencies of " room " in Package.swift, or do without it")
}

function check_engine_room(    word) {
  if (line !~ /async|await|actor|Mutex|[lL]ock|Task|Actor/) return
  split("async await actor Mutex NSLock OSAllocatedUnfairLock Task TaskGroup MainActor", banned, " ")
  for (n = 1; n in banned; n++) {
    word = banned[n]
    # An actor of the law is a value; only a declaration is an actor of the language.
    if (word == "actor" && line !~ /(^|[^A-Za-z0-9_.])actor[ \t]+[A-Z][A-Za-z0-9_]*[ \t]*[:<{]/) continue
    if (has_word(line, word) && line !~ ("[.]" word "([^A-Za-z0-9_]|$)"))
      fail(room " is an engine room of plain values, but this says " word \
        "; decide here and act in a room at the rim")
  }
}

function check_documentation() {
  if (trimmed ~ /^\/\/\//) { documented = 1; return }
  if (line ~ exported) {
    if (!documented)
      fail("exported without a doc comment; write a `///` summary directly above")
    documented = 0
    return
  }
  # Attributes, and notes such as `// swift-format-ignore`, may stand between.
  if (trimmed ~ /^(@|\/\/)/) return
  documented = 0
}

function check_banned(    rest) {
  if (has_word(line, "try!"))
    fail("try! ends the program at a user's mistake; handle the error or pass it on")
  rest = line
  while (match(rest, /func[ \t]+[`A-Za-z_][A-Za-z0-9_]*/)) {
    function_name = substr(rest, RSTART + 4, RLENGTH - 4)
    gsub(/[ \t`]/, "", function_name)
    rest = substr(rest, RSTART + RLENGTH)
  }
  if (line ~ /(^|[^A-Za-z0-9_])fatalError[(]/ && function_name != "unreachable")
    fail("fatalError outside a function named unreachable; return a diagnostic, or state a precondition")
  if (line ~ /@unchecked[ \t]+Sendable/ && raw_before !~ /^\/\//)
    fail("@unchecked Sendable without a reason; say in a comment on the line above why it is safe")
}

END {
  for (name in declared) {
    if (type[name] == "plugin" || type[name] == "system" || !(name in has_sources)) continue
    count = split(declared[name], names, " ")
    for (n = 1; n <= count; n++) {
      # A test may need a program only to be built, so as to run it.
      if (type[names[n]] == "executable" || type[names[n]] == "plugin") continue
      if (!((name, names[n]) in imported))
        print "Package.swift: " name " declares " names[n] " and never imports it; remove it from the" \
          " dependencies of " name
    }
  }
}
