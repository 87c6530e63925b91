import Diagnostics
import Glibc
import Testing

@testable import SiteBuild

struct EnvironmentFaultTests {
  @Test(arguments: [
    (ENOSPC, EnvironmentFault.Kind.diskFull), (EDQUOT, .diskFull), (EACCES, .noPermission), (EPERM, .noPermission),
    (EROFS, .readOnly), (ENOENT, .missing), (ENOTDIR, .notAFolder), (EIO, .other), (12345, .other),
  ])
  func knowsTheKindOfASystemError(number: Int32, kind: EnvironmentFault.Kind) {
    #expect(EnvironmentFault(number, .write, "x").kind == kind)
  }

  @Test func speaksBothLanguages() {
    let fault = EnvironmentFault(ENOSPC, .write, "output/a.html")
    #expect(
      fault.report(in: .swedish) == """
        rutin: Det gick inte att skriva output/a.html: disken är full.
            Gör så här: Frigör utrymme och bygg igen.
        """)
    #expect(
      fault.report(in: .english) == """
        rutin: Could not write output/a.html: the disk is full.
            What to do: Free some space and build again.
        """)
  }
}
