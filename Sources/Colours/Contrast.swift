internal import Glibc

extension Colour {
  /// WCAG 2.2's contrast ratio, 1–21.
  public func contrast(to other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The nearest shade of the colour that stands out from `ground`: itself, or so much darker or lighter.
  ///
  /// nil when neither black nor white would do.
  public func standingOut(from ground: Colour, least: Double) -> Colour? {
    for share in stride(from: 0, through: 256, by: 4) {
      let shades = [mixed(with: .black, share: share), mixed(with: .white, share: share)]
      if let shade = shades.first(where: { $0.contrast(to: ground) >= least }) { return shade }
    }
    return nil
  }

  private var luminance: Double { 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue) }

  private static func linear(_ part: UInt8) -> Double {
    let part = Double(part) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
}
