public import CivilTime

/// A calendar of whole days, as mail programs subscribe to it; RFC 5545.
public struct CalendarFile: Sendable {
  public struct Event: Sendable {
    /// Unique among all calendars, and the same at each build.
    public var id: String
    public var day: CivilDate
    public var summary: String
    public var description: String
    /// A whole web address.
    public var address: String?

    public init(id: String, day: CivilDate, summary: String, description: String, address: String? = nil) {
      self.id = id
      self.day = day
      self.summary = summary
      self.description = description
      self.address = address
    }
  }

  private let name: String
  private let events: [Event]
  private let made: CivilDate

  /// `made` is when it was made: the as-of date, so that the same sources give the same bytes.
  public init(name: String, made: CivilDate, events: [Event]) {
    self.name = name
    self.made = made
    self.events = events
  }

  public func text() -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rutinparm//rutin//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + Self.escaped(name), "X-WR-TIMEZONE:Europe/Stockholm", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:" + Self.escaped(event.id), "DTSTAMP:\(Self.basic(made))T000000Z",
        "DTSTART;VALUE=DATE:" + Self.basic(event.day), "DTEND;VALUE=DATE:" + Self.basic(event.day.adding(days: 1)),
        "SUMMARY:" + Self.escaped(event.summary), "DESCRIPTION:" + Self.escaped(event.description),
      ]
      if let address = event.address { lines.append("URL:" + address) }
      // A duty takes no hours of the day.
      lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    return (lines + ["END:VCALENDAR"]).map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func basic(_ day: CivilDate) -> String { day.iso.filter { $0 != "-" } }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Lines of at most 75 bytes, broken between characters; each further one begins with a space.
  private static func folded(_ line: String) -> String {
    var out = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let bytes = UTF8.width(scalar)
      if width + bytes > 75 {
        out += "\r\n "
        width = 1
      }
      out.unicodeScalars.append(scalar)
      width += bytes
    }
    return out
  }
}
