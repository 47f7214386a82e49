import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates each PDF named against PDF/A-2a, or PDF/A-3a if it says so, and PDF/UA-1; exit status 1 if any rule fails. */
public class VerifyPdf {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean sound = files.length > 0;
    for (String file : files) {
      for (String name : new String[] {archival(file), "ua1"}) {
        sound &= validate(file, PDFAFlavour.byFlavourId(name));
      }
    }
    System.exit(sound ? 0 : 1);
  }

  private static String archival(String file) throws Exception {
    String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
    return text.contains("<pdfaid:part>3<") ? "3a" : "2a";
  }

  private static boolean validate(String file, PDFAFlavour flavour) throws Exception {
    try (InputStream stream = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, 100, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(
          file + " " + flavour.getId() + ": " + (result.isCompliant() ? "passed" : "FAILED")
              + ", " + result.getTotalAssertions() + " checks");
      for (TestAssertion one : result.getTestAssertions()) {
        System.out.println("  " + one.getRuleId() + " " + one.getMessage());
      }
      return result.isCompliant();
    }
  }
}
