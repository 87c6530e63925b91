/// What a search can find; one for each entry of the index.
public enum SearchSubject: Sendable, Hashable {
  case routine(Int)
  case checklist(routine: Int, checklist: Int)
  case role(Int)
  case system(Int)
  case contact(Int)
  case page(Int)
  case area(Int)
  case subject(Int)
}
