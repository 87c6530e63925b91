internal import Diagnostics

extension Message {
  /// `names` are nearest first and at least one; each is shown between the marks.
  static func didYouMean(_ names: [String], marks: (open: String, close: String)? = nil) -> Message {
    let swedish = marks ?? ("”", "”")
    let english = marks ?? ("“", "”")
    func list(_ word: String, _ marks: (open: String, close: String)) -> String {
      names.map { marks.open + $0 + marks.close }.joined(separator: " \(word) ")
    }
    return Message(sv: "Menade du \(list("eller", swedish))?", en: "Did you mean \(list("or", english))?")
  }

  /// The same for what is written as code: paths, anchors, keys.
  static func didYouMean(code names: [String]) -> Message { didYouMean(names, marks: ("`", "`")) }
}
