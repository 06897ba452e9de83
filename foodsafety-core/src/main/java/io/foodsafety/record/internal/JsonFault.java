package io.foodsafety.record.internal;

/** Why a text is not the JSON object that was wanted. */
public final class JsonFault extends Exception {

  private static final long serialVersionUID = 1L;

  /** The kinds of fault. */
  public enum Kind {
    /** Not JSON, cut off, or something follows the object. */
    SYNTAX,
    /** JSON, and not an object. */
    NOT_AN_OBJECT,
    /** A key occurs twice in one object. */
    DUPLICATE_KEY,
    /** A number with too many digits. */
    NUMBER,
    /** Nested too deeply, or a name or number that is too long. */
    LIMIT
  }

  private final Kind kind;

  JsonFault(Kind kind, String detail) {
    super(detail, null, false, false);
    this.kind = kind;
  }

  /** {@return the kind} */
  public Kind kind() {
    return kind;
  }

  /** {@return what exactly: a place, a key or a digit count} */
  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
