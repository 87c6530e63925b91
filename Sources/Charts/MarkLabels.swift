/// The words of marks above a plot, in as many lanes as they need.
struct MarkLabels {
  private let placed: [(label: Label, x: Double)]

  init(_ marks: [Chart.Mark], _ plot: Plot) {
    placed = marks.filter { plot.columns.indices.contains($0.column) }.map { mark in
      var label = Label.wrapped(mark.label, width: Drawing.width - 4, maxLines: 1, size: Drawing.smallSize)
      label.isSoft = true
      let x = plot.x(before: mark)
      let half = label.width / 2
      return (label.at(min(max(x, half), Drawing.width - half), 0, .middle), x)
    }
  }

  /// Draws them from `top` downwards and gives the height that they took.
  func draw(at top: Double, in drawing: inout Drawing) -> Double {
    let order = placed.indices.sorted { (left(placed[$0].label), $0) < (left(placed[$1].label), $1) }
    let lanes = Spread.lanes(
      order.map { index in
        let label = placed[index].label
        return left(label)...left(label) + label.width + 8
      })
    let pitch = Drawing.smallSize + 4
    let height = Double((lanes.max() ?? -1) + 1) * pitch
    for (index, lane) in zip(order, lanes) {
      let (label, x) = placed[index]
      // The lowest lane is the first, next to the plot. A line that would cross another mark's words is cut short.
      let y = top + height - Double(lane + 1) * pitch
      drawing.label(label.at(label.x, y, .middle))
      let isCrossing = zip(order, lanes).contains { other, otherLane in
        let other = placed[other].label
        return otherLane < lane && (left(other) - 2...left(other) + other.width + 2).contains(x)
      }
      let start = isCrossing ? top + height : y + pitch
      Decoration.mark("M\(x.svg) \(start.svg)V\((top + height + 8).svg)", in: &drawing)
    }
    return height
  }

  private func left(_ label: Label) -> Double { label.x - label.width / 2 }
}
