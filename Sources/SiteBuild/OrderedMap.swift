func orderedMap<Item: Sendable, Result: Sendable>(_ items: [Item], jobs: Int, _ body: @Sendable (Item) -> Result) -> [Result] {
  items.map(body)
}
