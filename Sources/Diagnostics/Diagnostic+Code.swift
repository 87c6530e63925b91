extension Diagnostic {
  /// The stable name of a kind of fault; never reused for another meaning.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    // Files
    case unreadableFile = "unreadable-file"
    case invalidEncoding = "invalid-encoding"
    case fileTooLarge = "file-too-large"
    case linkOutsideContent = "link-outside-content"
    case folderLink = "folder-link"
    case unknownFile = "unknown-file"
    // YAML, registers and configuration
    case invalidYAML = "invalid-yaml"
    case unknownKey = "unknown-key"
    case repeatedKey = "repeated-key"
    case missingKey = "missing-key"
    case invalidValue = "invalid-value"
    case repeatedName = "repeated-name"
    // Header facts
    case unreadableFact = "unreadable-fact"
    case contradictingFact = "contradicting-fact"
    case contradictoryValidity = "contradictory-validity"
    case unknownFrequency = "unknown-frequency"
    case missingTitle = "missing-title"
    case weakTitle = "weak-title"
    // Text
    case suspectedSlip = "suspected-slip"
    case abruptEnd = "abrupt-end"
    case continuedNumbering = "continued-numbering"
    case uncertainHyphen = "uncertain-hyphen"
    case privateUseGlyph = "private-use-glyph"
    case authorHTML = "author-html"
    case nestingTooDeep = "nesting-too-deep"
    case emptyDocument = "empty-document"
    // Components
    case invalidComponent = "invalid-component"
    case unavailableComponent = "unavailable-component"
    // Links, references, addresses
    case unsafeLink = "unsafe-link"
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case missingImage = "missing-image"
    case missingAltText = "missing-alt-text"
    case unresolvedReference = "unresolved-reference"
    case ambiguousReference = "ambiguous-reference"
    case unknownRole = "unknown-role"
    case duplicateAddress = "duplicate-address"
    case duplicateIdentifier = "duplicate-identifier"
    case unknownDocument = "unknown-document"
    case replacementCycle = "replacement-cycle"
    case overlappingEditions = "overlapping-editions"
    case replacementGap = "replacement-gap"
    case missingSuccessor = "missing-successor"
    case privateDecider = "private-decider"
    // Personal data
    case personalNumber = "personal-number"
    case unusedException = "unused-exception"
    // Themes
    case missingTheme = "missing-theme"
    case missingTemplate = "missing-template"
    case missingPartial = "missing-partial"
    case unknownName = "unknown-name"
    case missingString = "missing-string"
    case missingAsset = "missing-asset"
    case invalidTemplate = "invalid-template"
    case unusedString = "unused-string"
    case unusedFile = "unused-file"
    case weakContrast = "weak-contrast"
    // What the law asks of a public site
    case missingStatement = "missing-statement"
    case outdatedStatement = "outdated-statement"
    // Exports
    case unknownExport = "unknown-export"
    case missingHeading = "missing-heading"
    case missingColumn = "missing-column"
    case singleColumn = "single-column"
    case doubleEncoded = "double-encoded"
    case brokenTable = "broken-table"
    case rejectedRow = "rejected-row"
    case differingTotal = "differing-total"
    case doubtfulData = "doubtful-data"
    // Disclosure control
    case hiddenMeasure = "hidden-measure"

    /// Warnings let the build go on; `--strict` makes it fail on them too.
    public var severity: Severity {
      switch self {
      case .unreadableFact, .contradictingFact, .contradictoryValidity, .unknownFrequency, .weakTitle, .suspectedSlip,
        .abruptEnd, .continuedNumbering, .uncertainHyphen, .privateUseGlyph, .authorHTML,
        .unavailableComponent, .missingAltText, .unresolvedReference, .ambiguousReference, .unknownRole,
        .overlappingEditions, .replacementGap, .missingSuccessor, .privateDecider, .unusedException, .emptyDocument,
        .unknownFile,
        .unusedString,
        .unusedFile,
        .missingColumn, .rejectedRow, .differingTotal, .doubtfulData, .hiddenMeasure:
        .warning
      default: .error
      }
    }
  }
}
