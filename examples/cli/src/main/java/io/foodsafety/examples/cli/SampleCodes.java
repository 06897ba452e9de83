package io.foodsafety.examples.cli;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.LicenceNumber;
import io.foodsafety.model.subject.Licence;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Makes up codes whose check digits are right. */
final class SampleCodes {

  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final LocalDate until;
  private final SplittableRandom random;

  SampleCodes(LocalDate until, SplittableRandom random) {
    this.until = until;
    this.random = random;
  }

  /** A credit code of a market authority in a division. */
  CreditCode creditCode(String division) {
    StringBuilder code = new StringBuilder("92").append(division).append("MA");
    while (code.length() < 17) {
      code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
    }
    return CreditCode.of(
        CODE_CHARACTERS
            .chars()
            .mapToObj(last -> code.toString() + (char) last)
            .filter(candidate -> CreditCode.findFault(candidate).isEmpty())
            .findFirst()
            .orElseThrow());
  }

  /** A licence of five years, issued in the last years. */
  Licence licence(String prefix, String division) {
    StringBuilder number = new StringBuilder(prefix).append(division);
    while (number.length() < 15) {
      number.append(random.nextInt(10));
    }
    String valid =
        "0123456789"
            .chars()
            .mapToObj(last -> number.toString() + (char) last)
            .filter(candidate -> LicenceNumber.findFault(candidate).isEmpty())
            .findFirst()
            .orElseThrow();
    LocalDate issued = until.minusDays(30 + random.nextInt(1_700));
    return Licence.of(valid).issuedOn(issued).validFrom(issued).validTo(issued.plusYears(5));
  }
}
