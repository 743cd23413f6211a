@main
struct StoreCrasher {
  static func main() {}
}
