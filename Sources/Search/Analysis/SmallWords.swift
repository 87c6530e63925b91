/// Words that say little of what is sought; searched for only when nothing else is asked.
///
/// They are indexed where they stand in titles, headings and keywords, and go to the reader's side with the index.
enum SmallWords {
  static let all: [String] = """
    alla allt andra att av bara behöver bli blir borde de dem den denna deras dess dessa det detta dig din dina ditt du
    där då efter ej eller emot en er era ett finns fick fram för från får få ge genom ger gjort gör göra ha hade han har hej
    henne hennes hit hjälp hon honom hos hur här i ibland ifall igen in ingen inget innan inom inte ja jag jo just kan
    kanske kommer kring kunde lite man med mellan men mer mig min mina mitt mot mycket måste ni nu nog någon något några
    ner ned när nästa och också ofta om oss på sedan sen ska skall skulle själv sig sin sina sitt snälla som samma samt så sådan
    sådant till ta tack tar tills tog trots under upp ut utan vad var vara varför varit varje vem vems vi vid vilka vilken vilket
    vill vår våra vårt väl än är även åt över
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
