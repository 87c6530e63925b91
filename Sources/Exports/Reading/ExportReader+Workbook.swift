internal import Diagnostics

extension ExportReader {
  /// Reads a workbook: the first table of it that has the headings.
  func readWorkbook(_ file: ExportFile) throws(ExportFault) -> FileReading {
    throw ExportFault(
      .brokenTable, file.name,
      Message(sv: "Arbetsböcker läses inte än.", en: "Workbooks are not read yet."),
      help: Message(sv: "Spara filen som CSV i UTF-8.", en: "Save the file as CSV in UTF-8."))
  }

  /// Reads the first of several tables that has the headings.
  public func read(_ tables: [NamedTable], name: String) throws(ExportFault) -> FileReading {
    var nearest: ExportFault?
    for table in tables {
      do throws(ExportFault) {
        return try TableReader(name: name, rules: rules, key: key).read(table.source)
      } catch {
        // A sheet that is damaged or half fits tells more than one of another kind.
        if nearest == nil || nearest?.diagnostic.code == .unknownExport { nearest = error }
      }
    }
    throw nearest ?? .empty(name)
  }
}
