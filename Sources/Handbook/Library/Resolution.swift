/// What a reference leads to.
public enum Resolution: Sendable, Hashable {
  /// A routine and a section of it.
  case routine(Int, anchor: String?)
  /// A page of the site, below the root.
  case page(address: String, anchor: String?)
  /// The same page.
  case anchor(String)
  /// A file below the content folder.
  case file(String)
  /// Index into `Library.systems`.
  case system(Int)
  case external(String)
  /// Nothing: the text stands as it is.
  case plain
}
