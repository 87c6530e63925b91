/// Letters that a PDF's text has taken apart, put together again.
enum Composition {
  /// Base letters with the combining marks of Latin text, as Unicode's canonical composition has them.
  private static let letters: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = {
    let table: [(mark: Unicode.Scalar, pairs: String)] = [
      ("\u{308}", "aäoöuüeëiïyÿAÄOÖUÜEËIÏYŸ"), ("\u{30A}", "aåAÅuůUŮ"),
      ("\u{301}", "eéaáiíoóuúyýcćnńsśzźEÉAÁIÍOÓUÚYÝCĆNŃSŚZŹ"), ("\u{300}", "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
      ("\u{302}", "aâeêiîoôuûAÂEÊIÎOÔUÛ"), ("\u{303}", "nñaãoõNÑAÃOÕ"), ("\u{327}", "cçsşCÇSŞ"),
      ("\u{30C}", "sšzžcčrřnňeěSŠZŽCČRŘNŇEĚ"),
    ]
    var result: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
    for (mark, pairs) in table {
      let letters = Array(pairs.unicodeScalars)
      for index in stride(from: 0, to: letters.count - 1, by: 2) {
        result[mark, default: [:]][letters[index]] = letters[index + 1]
      }
    }
    return result
  }()

  static func composed(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView {
    guard scalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return scalars }
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(scalars.count)
    for scalar in scalars {
      if (0x300...0x36F).contains(scalar.value), let last = out.last, let letter = letters[scalar]?[last] {
        out[out.count - 1] = letter
      } else {
        out.append(scalar)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: out)
    return view
  }
}
