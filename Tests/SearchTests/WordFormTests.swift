import Testing

@testable import Search

/// How words become terms.
@Suite struct WordFormTests {
  @Test(arguments: [
    ("LMO-appen, Å-rum & café!", ["lmo", "appen", "å", "rum", "cafe"]),
    ("Ö\u{AD}vning\u{A0}nr 4", ["övning", "nr", "4"]),
    ("Łódź – œuvre", ["łodź", "œuvre"]), ("", []), (" · ", []), ("ÅÄÖ", ["åäö"]), ("naïve Zoë", ["naive", "zoe"]),
  ])
  func cutsTextIntoWords(text: String, words: [String]) {
    #expect(WordScanner.words(in: text).map { String(decoding: $0, as: UTF8.self) } == words)
  }

  @Test func cutsLongWords() {
    let words = WordScanner.words(in: String(repeating: "a", count: 500))
    #expect(words.map(\.count) == [WordScanner.lengthLimit])
  }

  @Test(arguments: [
    ("telefonerna", "telefon"), ("låsvreden", "låsvred"), ("arbetslöst", "arbetslös"), ("möjligheterna", "möj"),
    ("vofr004", "vofr004"), ("ö", "ö"),
  ])
  func findsStems(word: String, stem: String) {
    #expect(String(decoding: SwedishStemmer().stem(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test(arguments: [
    ("VOF-R-004", ["vofr004", "r004"]), ("12", []), ("Policy", []), ("GEN 0001", ["gen0001"]),
  ])
  func joinsNumbers(id: String, forms: [String]) {
    #expect(DocumentNumber.joined(id).map { String(decoding: $0, as: UTF8.self) } == forms)
  }

  private static func known(_ words: String) -> CompoundSplitter.Known {
    var known = CompoundSplitter.Known()
    for word in words.split(separator: " ") { Array(word.utf8).withUnsafeBufferPointer { known.add($0, count: 5) } }
    return known
  }

  @Test(arguments: [
    ("arbetstelefon", ["arbet", "telefon"]), ("låsvred", ["lås", "vred"]), ("nyckelskåp", ["nyckel", "skåp"]),
    ("arbetstelefonlist", ["arbet", "telefonlist", "list", "telefon"]), ("telefonering", []), ("telefon", []),
    ("lås", []), ("kontroll", []),
  ])
  func takesCompoundsApart(word: String, parts: [String]) {
    let splitter = CompoundSplitter(known: Self.known("arbet arbete telefon lås nyckel skåp list kontroll"))
    let stemmer = SwedishStemmer()
    let found = Array(word.utf8).withUnsafeBufferPointer { splitter.parts(of: $0, stemmer) }
    #expect(Set(found.map { String(decoding: $0, as: UTF8.self) }) == Set(parts))
  }

  @Test(arguments: [
    ("dosan", "dosa"), ("låset", "lås"), ("nyckeln", "nyckel"), ("nyckl", "nyckel"), ("använt", "använd"),
    ("glömt", "glöm"), ("schemat", "schema"), ("planet", nil), ("hand", nil),
  ])
  func findsTwins(stem: String, twin: String?) {
    let known = Self.known("dosa lås nyckel använd glöm schema")
    let found = Array(stem.utf8).withUnsafeBufferPointer { WordForms.twins(of: $0, known: known) }
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == (twin.map { [$0] } ?? []))
  }
}
