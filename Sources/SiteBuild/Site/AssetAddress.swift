internal import Theming

extension ThemeAsset {
  /// Where an asset is published, below the site's root.
  ///
  /// A style sheet or script has a hash of its content in its name, so that browsers may keep it for ever. Other files keep
  /// theirs, since style sheets name them. `root/` is the site's root, and `dot-` there the dot of a hidden file:
  /// `assets/root/dot-htaccess` becomes `.htaccess`.
  var publishedAddress: String {
    if path.hasPrefix("root/") {
      let name = path.dropFirst("root/".count)
      return name.hasPrefix("dot-") ? "." + name.dropFirst("dot-".count) : String(name)
    }
    for ending in [".css", ".js"] where path.hasSuffix(ending) {
      return "assets/\(path.dropLast(ending.count)).\(contentHash)\(ending)"
    }
    return "assets/" + path
  }

  /// FNV-1a of 64 bits in base 36.
  private var contentHash: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 36)
    return String(repeating: "0", count: 13 - digits.utf8.count) + digits
  }
}
