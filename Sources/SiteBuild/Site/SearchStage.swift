internal import Handbook
internal import Pages
internal import Search

/// From what can be found to the pieces of the index; each step on all threads.
struct SearchStage {
  private let context: SiteContext
  private let jobs: Int

  init(_ context: SiteContext, jobs: Int) {
    self.context = context
    self.jobs = jobs
  }

  func files() -> (files: [SiteFile], version: String) {
    let synonyms = context.searchSynonyms
    let subjects = context.searchSubjects
    let size = SearchReading.groupSize
    let groups = stride(from: 0, to: subjects.count, by: size).map { $0..<min(subjects.count, $0 + size) }
    let readings = orderedMap(groups, jobs: jobs) { group in
      SearchReading(
        subjects[group].map { context.searchEntry($0) }, firstNumber: group.lowerBound, synonyms: synonyms)
    }
    let vocabulary = vocabulary(of: readings, synonyms)
    let found = orderedMap(Array(readings.indices), jobs: jobs) { number in
      GroupPostings(readings[number], number: number, in: vocabulary)
    }
    let postings = Postings(found, in: vocabulary)
    let lists = orderedMap(TermList.slices(of: vocabulary), jobs: jobs) { slice in
      TermList(slice, of: postings, in: vocabulary)
    }
    let index = SearchIndex(
      readings, lists: lists, postings: postings, vocabulary: vocabulary, synonyms: synonyms,
      states: context.searchStates)
    let pieces = readings.flatMap(\.pieces) + index.pieces
    return (pieces.map { SiteFile(path: Address.searchPieces + $0.path, bytes: $0.bytes) }, index.version)
  }

  private func vocabulary(of readings: [SearchReading], _ synonyms: Synonyms) -> Vocabulary {
    let words = Vocabulary.Words(readings)
    let lengths = orderedMap(words.slices, jobs: jobs) { words.stems(of: $0) }
    let stems = Vocabulary.Stems(words, lengths: lengths, synonyms: synonyms)
    let relations = orderedMap(stems.slices, jobs: jobs) { stems.relations(of: $0) }
    return Vocabulary(stems, relations: relations, synonyms: synonyms)
  }
}
