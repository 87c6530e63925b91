/// The editors' groups of words that mean the same here; a member may be several words.
public struct Synonyms: Sendable {
  /// A member of several words.
  struct Phrase: Sendable {
    var group: Int
    var stems: [[UInt8]]
  }

  /// As written; the reader's side gets them so.
  let groups: [[String]]
  private(set) var phrases: [Phrase] = []
  /// Groups by the stem of a member that is one word.
  private(set) var groupsByStem: [[UInt8]: [Int]] = [:]

  /// Groups of one member or none are left out.
  public init(_ groups: [[String]]) {
    self.groups = groups.filter { $0.count > 1 }
    let stemmer = SwedishStemmer()
    for (group, members) in self.groups.enumerated() {
      for member in members {
        let stems = WordScanner.words(in: member).map { stemmer.stem($0) }
        if stems.count > 1 {
          phrases.append(Phrase(group: group, stems: stems))
        } else if let stem = stems.first, groupsByStem[stem]?.contains(group) != true {
          groupsByStem[stem, default: []].append(group)
        }
      }
    }
  }

  /// The term under which everything that any member finds is gathered.
  static func term(of group: Int) -> [UInt8] { Array("=\(group)".utf8) }

  /// Groups whose phrase stands in a run of words, as often as it does.
  ///
  /// `stems(n)` is the stem of word n, or nothing at a break.
  func groups(in count: Int, mayBegin: (Int) -> Bool, stems: (Int) -> ArraySlice<UInt8>) -> [Int] {
    var found: [Int] = []
    for start in 0..<count where mayBegin(start) {
      for phrase in phrases where start + phrase.stems.count <= count {
        if phrase.stems.indices.allSatisfy({ stems(start + $0).elementsEqual(phrase.stems[$0]) }) {
          found.append(phrase.group)
        }
      }
    }
    return found
  }
}
