package io.foodsafety.record.internal;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.code.LicenceNumber;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.record.RecordIssues;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The forms that a text of a record can be required to have. */
enum Form {
  /** An id, a code or a source. */
  IDENTIFIER,
  /** The name of a role. */
  NAME,
  /** One line of text that is not blank. */
  LINE,
  /** Any text. */
  TEXT,
  DATE,
  /** A date, or a time with an offset. */
  MOMENT,
  /** A year, a month, a date, or a time with an offset. */
  EVENT_TIME,
  /** A time with an offset. */
  INSTANT,
  /** A UN/CEFACT code of a unit of measure. */
  UNIT,
  SUBJECT_TYPE,
  CREDIT_CODE,
  LICENCE_NUMBER,
  DIVISION_CODE;

  private static final int SHORT = 256;
  private static final Pattern NAME_PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,62}");
  private static final Pattern UNIT_PATTERN = Pattern.compile("[A-Z0-9]{1,3}");

  /** Whether a text of this form may say something about a person, and must not be repeated. */
  boolean isPersonal() {
    return this == LINE || this == TEXT;
  }

  /** The issue that a text of another form is. */
  IssueType issue() {
    return switch (this) {
      case CREDIT_CODE, LICENCE_NUMBER, DIVISION_CODE -> RecordIssues.WRONG_CODE;
      case SUBJECT_TYPE -> RecordIssues.UNKNOWN_WORD;
      case LINE, TEXT -> RecordIssues.MALFORMED_TEXT;
      default -> RecordIssues.MALFORMED;
    };
  }

  /** What is wrong with a text, as a short phrase, or nothing. */
  Optional<String> findFault(String text) {
    return switch (this) {
      case IDENTIFIER -> identifierFault(text);
      case NAME ->
          when(
              !NAME_PATTERN.matcher(text).matches(),
              "it must be 1 to 63 letters, digits, '.', '-' or '_', beginning with a letter");
      case LINE -> lineFault(text);
      case TEXT -> textFault(text);
      case DATE ->
          when(IsoText.date(text) == null, "it must be a date of the calendar such as 2024-05-02");
      case MOMENT ->
          when(
              IsoText.moment(text) == null,
              "it must be a date such as 2024-05-02 or a time with an offset such as"
                  + " 2024-05-02T10:15:00+08:00");
      case EVENT_TIME ->
          when(
              IsoText.eventTime(text) == null,
              "it must be a year, a month such as 2024-05, a date such as 2024-05-02 or a time with"
                  + " an offset such as 2024-05-02T10:15:00+08:00");
      case INSTANT ->
          when(
              IsoText.instant(text) == null,
              "it must be a time with an offset such as 2024-05-02T10:15:00+08:00");
      case UNIT ->
          when(
              !UNIT_PATTERN.matcher(text).matches(),
              "it must be a UN/CEFACT Recommendation 20 code such as KGM");
      case SUBJECT_TYPE -> when(SubjectType.find(text).isEmpty(), "it is no type of subject");
      case CREDIT_CODE -> CreditCode.findFault(text);
      case LICENCE_NUMBER -> licenceFault(text);
      case DIVISION_CODE -> DivisionCode.findFault(text);
    };
  }

  private static Optional<String> when(boolean fault, String phrase) {
    return fault ? Optional.of(phrase) : Optional.empty();
  }

  /** The model's own check decides, unless the text is plain enough. */
  private static Optional<String> identifierFault(String text) {
    if (isShortAscii(text)) {
      return Optional.empty();
    }
    try {
      SubjectRef.business(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "it must have 1 to 256 characters, none of them a control character, and no white space"
              + " at either end");
    }
  }

  private static boolean isShortAscii(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        return false;
      }
    }
    return length > 0 && length <= SHORT;
  }

  private static Optional<String> lineFault(String text) {
    if (text.isBlank()) {
      return Optional.of("it must not be blank");
    }
    return when(
        hasAny(text, Character::isISOControl) || LoneSurrogates.in(text),
        "it must not contain control characters or lone surrogates");
  }

  private static Optional<String> textFault(String text) {
    return when(
        hasAny(text, c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')
            || LoneSurrogates.in(text),
        "it must not contain control characters or lone surrogates");
  }

  /** Numbers of other schemes are kept as they are. */
  private static Optional<String> licenceFault(String text) {
    return text.startsWith("SC") || text.startsWith("JY")
        ? LicenceNumber.findFault(text)
        : identifierFault(text);
  }

  private static boolean hasAny(String text, IntPredicate unfit) {
    for (int i = 0; i < text.length(); i++) {
      if (unfit.test(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
