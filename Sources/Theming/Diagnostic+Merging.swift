internal import Diagnostics

extension [Diagnostic] {
  /// Faults of shared files are met once for each page kind: one of each, with the first places that led there.
  func merged() -> [Diagnostic] {
    var merged: [Diagnostic] = []
    var indices: [Identity: Int] = [:]
    for fault in self {
      let identity = Identity(code: fault.code, range: fault.range, message: fault.message)
      if let index = indices[identity] {
        for place in fault.related where merged[index].related.count < 3 && !merged[index].related.contains(place) {
          merged[index].related.append(place)
        }
      } else {
        indices[identity] = merged.count
        merged.append(fault)
      }
    }
    return merged.inOrder()
  }
}

private struct Identity: Hashable {
  var code: Diagnostic.Code
  var range: SourceRange
  var message: Message
}
