package io.foodsafety.subject;

import java.util.Objects;

/**
 * What is searched for in the register.
 *
 * @param by by what
 * @param text the name, code or number as it is written; width, case, spaces and punctuation do not
 *     matter
 * @param limit most hits, 1 to 200
 */
public record SubjectSearch(By by, String text, int limit) {

  /** By what a business is searched for. */
  public enum By {
    /** By name, or something like it. */
    NAME,
    /** By unified social credit code. */
    CODE,
    /** By the number of a licence, filing or registration. */
    LICENCE,
    /** By telephone number. */
    TELEPHONE
  }

  private static final int MAX_LIMIT = 200;

  /** Checks the text and the limit. */
  public SubjectSearch {
    Objects.requireNonNull(by, "by");
    if (text.isBlank()) {
      throw new IllegalArgumentException("The text that is searched for must not be blank.");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie between 1 and %d.".formatted(limit, MAX_LIMIT));
    }
  }

  /**
   * By name, the likest first.
   *
   * @param name the name or a part of it
   * @return the search, for twenty hits
   */
  public static SubjectSearch byName(String name) {
    return new SubjectSearch(By.NAME, name, 20);
  }

  /**
   * By credit code.
   *
   * @param code the code
   * @return the search, for twenty hits
   */
  public static SubjectSearch byCode(String code) {
    return new SubjectSearch(By.CODE, code, 20);
  }

  /**
   * By the number of a licence.
   *
   * @param number the number
   * @return the search, for twenty hits
   */
  public static SubjectSearch byLicence(String number) {
    return new SubjectSearch(By.LICENCE, number, 20);
  }

  /**
   * By telephone number.
   *
   * @param telephone the number, with or without country and area code
   * @return the search, for twenty hits
   */
  public static SubjectSearch byTelephone(String telephone) {
    return new SubjectSearch(By.TELEPHONE, telephone, 20);
  }

  /**
   * The same search for another number of hits.
   *
   * @param newLimit most hits
   * @return the search
   */
  public SubjectSearch limit(int newLimit) {
    return new SubjectSearch(by, text, newLimit);
  }

  /** {@return by what; not the text, which may be personal} */
  @Override
  public String toString() {
    return "search by " + by;
  }
}
