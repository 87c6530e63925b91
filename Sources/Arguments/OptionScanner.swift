// getopt keeps its place in global variables; `scanning` below is the only way to them.
@preconcurrency internal import CLinux
internal import Glibc
internal import Synchronization

/// A command line taken apart by `getopt_long`, in its own order and with its rules: `--name=value`, `--name value`,
/// unique beginnings of names, `-j4`, and `--` before operands that begin with a dash.
struct OptionScanner {
  enum Token: Equatable {
    /// An index into the options, and its value when it takes one.
    case option(Int, value: String?)
    case operand(String, position: Int)
    case unknown(String)
    case ambiguous(String)
    case missingValue(Int)
    case unexpectedValue(Int)
  }

  private static let firstLong: Int32 = 256
  private static let scanning = Mutex(())

  private let options: [OptionDeclaration]

  init(_ options: [OptionDeclaration]) {
    self.options = options
  }

  /// All that stands on the line, faults among it; nothing is printed.
  func tokens(in arguments: [String]) -> [Token] {
    var words: [UnsafeMutablePointer<CChar>?] = (["rutin"] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    let names = options.map { strdup($0.name) }
    defer { for name in names { free(name) } }
    var table = zip(names, options.indices).map { name, index in
      CLinux.option(
        name: name, has_arg: options[index].placeholder == nil ? no_argument : required_argument, flag: nil,
        val: Self.firstLong + Int32(index))
    }
    table.append(CLinux.option())
    // `-` keeps the order in spite of POSIXLY_CORRECT, `:` tells a missing value from an unknown option.
    let letters = options.compactMap { option in
      option.short.map { option.placeholder == nil ? "\($0)" : "\($0):" }
    }
    let short = "-:" + letters.joined()
    return Self.scanning.withLock { _ in
      optind = 0
      opterr = 0
      var found: [Token] = []
      while true {
        let code = getopt_long(Int32(arguments.count + 1), words, short, table, nil)
        if code == -1 { break }
        let word = optind > 1 && Int(optind) <= arguments.count + 1 ? arguments[Int(optind) - 2] : ""
        found.append(token(code, optopt, value: optarg.map { String(cString: $0) }, word: word, next: Int(optind)))
      }
      for position in max(0, Int(optind) - 1)..<max(arguments.count, Int(optind) - 1) {
        found.append(.operand(arguments[position], position: position))
      }
      return found
    }
  }

  /// - Parameters:
  ///   - refused: what getopt refused, zero for a long option that it does not know.
  ///   - word: the last argument that it looked at.
  ///   - next: the place in argv, the program's name included, where it goes on.
  private func token(_ code: Int32, _ refused: Int32, value: String?, word: String, next: Int) -> Token {
    switch code {
    case 1: .operand(value ?? "", position: next - 2)
    case Int32(UInt8(ascii: ":")): index(of: refused).map(Token.missingValue) ?? .unknown(word)
    case Int32(UInt8(ascii: "?")) where refused == 0: isAmbiguous(word) ? .ambiguous(word) : .unknown(word)
    case Int32(UInt8(ascii: "?")): index(of: refused).map(Token.unexpectedValue) ?? .unknown(Self.short(refused))
    default: index(of: code).map { .option($0, value: value) } ?? .unknown(word)
    }
  }

  private func index(of code: Int32) -> Int? {
    if code >= Self.firstLong { return Int(code - Self.firstLong) }
    return options.firstIndex { $0.short.map(String.init) == Self.letter(code) }
  }

  private func isAmbiguous(_ word: String) -> Bool {
    let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
    return options.count { $0.name.hasPrefix(name) } > 1
  }

  private static func letter(_ code: Int32) -> String {
    String(decoding: [UInt8(truncatingIfNeeded: code)], as: UTF8.self)
  }

  private static func short(_ code: Int32) -> String { "-" + letter(code) }
}
