import Foundation

/// A program of the system that tests compare with.
public enum Program {
  public struct Missing: Error, CustomStringConvertible {
    public var description: String
  }

  /// Runs a program with `input` on its standard input and gives what it writes.
  public static func run(_ name: String, _ arguments: [String] = [], input: [UInt8]) throws -> [UInt8] {
    let path = "/usr/bin/\(name)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Missing(description: "\(path) is missing; install it: apt-get install -y cmark cmark-gfm")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // A file for input: with two pipes a large document could block both sides.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("rutin-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }
}
