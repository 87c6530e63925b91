internal import Diagnostics
internal import Glibc

/// Where the site is to stand, found fit to be replaced as a whole.
struct OutputPlace: Sendable {
  /// In every folder that this program made, so that it never replaces another.
  static let marker = ".rutin-output"

  /// The folder around the output, without links.
  let parent: String
  let name: String

  var path: String { parent == "/" ? "/" + name : parent + "/" + name }
  var stagingName: String { "." + name + ".new" }
  /// A small change that has been decided and is being moved into the site, file by file.
  var journalName: String { "." + name + ".change" }
  var lockName: String { "." + name + ".lock" }
  /// Where the old site stands for a moment on file systems that cannot exchange two folders.
  var asideName: String { "." + name + ".old" }

  /// - Parameter sources: folders that the output may neither be, hold nor lie in.
  init(_ output: String, sources: [String]) throws(EnvironmentFault) {
    let resolved = try Self.resolve(output)
    for source in sources {
      guard let source = try? realPath(source) else { continue }
      if Self.holds(resolved, source) || Self.holds(source, resolved) {
        throw .refused(
          output,
          Message(
            sv: "\(output) kan inte skrivas över: där ligger \(source), som sidorna byggs av.",
            en: "\(output) cannot be replaced: it holds or lies in \(source), which the site is built from."))
      }
    }
    for place in Self.homes {
      guard let place = try? realPath(place), Self.holds(resolved, place) else { continue }
      throw .refused(
        output,
        Message(
          sv: "\(output) kan inte skrivas över: den innehåller \(place).",
          en: "\(output) cannot be replaced: it holds \(place)."))
    }
    let slash = resolved.utf8.lastIndex(of: UInt8(ascii: "/")) ?? resolved.startIndex
    parent = slash == resolved.startIndex ? "/" : String(resolved[..<slash])
    name = String(resolved.utf8[slash...].dropFirst()) ?? ""
    guard !name.isEmpty, name.utf8.count <= 200 else {
      throw .refused(
        output,
        Message(sv: "\(output) duger inte som namn på en mapp.", en: "\(output) is no fit name for a folder."))
    }
  }

  /// The folders whose loss would be the user's, not the site's.
  private static var homes: [String] {
    var places = ["/", "."]
    if let home = getenv("HOME") { places.append(String(cString: home)) }
    if let user = getpwuid(getuid()), let home = user.pointee.pw_dir { places.append(String(cString: home)) }
    return places
  }

  /// The absolute path without links; the last part may be missing, the folder around it may not.
  private static func resolve(_ output: String) throws(EnvironmentFault) -> String {
    do throws(FileDescriptor.Failure) {
      return try realPath(output)
    } catch {
      var status = stat()
      guard error.number == ENOENT, lstat(output, &status) != 0 else {
        throw EnvironmentFault(error.number, .write, output)
      }
    }
    var bytes = Array(output.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let around = slash.map { $0 == 0 ? "/" : String(decoding: bytes[..<$0], as: UTF8.self) } ?? "."
    let name = String(decoding: bytes[(slash.map { $0 + 1 } ?? 0)...], as: UTF8.self)
    do throws(FileDescriptor.Failure) {
      let parent = try realPath(around)
      return parent == "/" ? "/" + name : parent + "/" + name
    } catch {
      throw EnvironmentFault(error.number, .write, around)
    }
  }

  /// Whether `inner` is `outer` or lies somewhere in it.
  private static func holds(_ outer: String, _ inner: String) -> Bool {
    let outer = outer.utf8
    let inner = inner.utf8
    return outer.elementsEqual("/".utf8) || inner.elementsEqual(outer)
      || inner.starts(with: outer) && inner.dropFirst(outer.count).first == UInt8(ascii: "/")
  }
}

extension EnvironmentFault {
  static func refused(_ path: String, _ message: Message) -> EnvironmentFault {
    EnvironmentFault(
      .refusedOutput, path, message,
      help: Message(
        sv: "Ange en egen mapp för webbplatsen med --output.",
        en: "Name a folder of the site's own with --output."))
  }
}
