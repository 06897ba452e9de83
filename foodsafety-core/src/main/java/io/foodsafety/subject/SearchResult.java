package io.foodsafety.subject;

import io.foodsafety.model.subject.Subject;
import java.util.List;
import java.util.Objects;

/**
 * What a search found.
 *
 * @param hits the best first, then by id
 * @param complete false if words of the name are so common that not all businesses with them were
 *     looked at
 */
public record SearchResult(List<Hit> hits, boolean complete) {

  /** Copies the hits. */
  public SearchResult {
    hits = List.copyOf(hits);
  }

  /** Why a business was found. */
  public enum Why {
    /** It has the code. */
    SAME_CODE,
    /** It has the licence. */
    SAME_LICENCE,
    /** It has the telephone number. */
    SAME_TELEPHONE,
    /** Its name is the same but for division, legal form and form of shop. */
    SAME_NAME,
    /** Its name begins with what was searched for. */
    NAME_BEGINS,
    /** Its name is like what was searched for. */
    NAME_ALIKE
  }

  /**
   * A business that was found.
   *
   * @param subject the business
   * @param why why it was found
   * @param score how alike the names are, 0 to 100; 100 for a code or number
   * @param recordedAs the id under which the record was registered that was found: another one than
   *     that of the business if the record was merged into it
   */
  public record Hit(Subject subject, Why why, int score, String recordedAs) {

    /** Checks that the parts are there. */
    public Hit {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(why, "why");
    }
  }
}
