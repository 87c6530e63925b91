/// What a search can find; one for each entry of the index.
public enum SearchSubject: Sendable, Hashable {
  case routine(Int)
  case checklist(routine: Int, checklist: Int)
  case role(Int)
  case system(Int)
  case contact(Int)
  case page(Int)
  /// A provider or unit: the page of figures that is made for each, and the group.
  case group(page: Int, group: Int)
  case area(Int)
  case subject(Int)
}
