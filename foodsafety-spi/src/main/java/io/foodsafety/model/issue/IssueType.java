package io.foodsafety.model.issue;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of problem: a code that never changes its meaning, a severity, and texts in English and
 * Chinese with named slots such as <code>{kind}</code>. Declared once, as a constant.
 */
public final class IssueType {

  private static final Pattern CODE = Pattern.compile("FS-[A-Z]{2,10}-[0-9]{4}");
  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z]+)}");

  private final String code;
  private final Severity severity;
  private final Text message;
  private final Text remedy;

  private record Text(String english, String chinese) {
    String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? chinese : english;
    }
  }

  private IssueType(String code, Severity severity, Text message, Text remedy) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "The issue code (%s) must look like FS-FACT-0001.".formatted(code));
    }
    this.code = code;
    this.severity = severity;
    this.message = message;
    this.remedy = remedy;
  }

  /**
   * Declares a problem that refuses what it is found in.
   *
   * @param code {@code FS-<AREA>-<nnnn>}
   * @param english the message in English, with slots
   * @param chinese the message in Chinese, with the same slots
   * @param englishRemedy what to do, in English
   * @param chineseRemedy what to do, in Chinese
   * @return the type
   * @throws IllegalArgumentException if the code is not of that form
   */
  public static IssueType error(
      String code, String english, String chinese, String englishRemedy, String chineseRemedy) {
    return new IssueType(
        code, Severity.ERROR, new Text(english, chinese), new Text(englishRemedy, chineseRemedy));
  }

  /**
   * Declares a problem that is worth a look and refuses nothing.
   *
   * @param code {@code FS-<AREA>-<nnnn>}
   * @param english the message in English, with slots
   * @param chinese the message in Chinese, with the same slots
   * @param englishRemedy what to do, in English
   * @param chineseRemedy what to do, in Chinese
   * @return the type
   * @throws IllegalArgumentException if the code is not of that form
   */
  public static IssueType warning(
      String code, String english, String chinese, String englishRemedy, String chineseRemedy) {
    return new IssueType(
        code, Severity.WARNING, new Text(english, chinese), new Text(englishRemedy, chineseRemedy));
  }

  /** {@return the code, {@code FS-<AREA>-<nnnn>}} */
  public String code() {
    return code;
  }

  /** {@return the severity} */
  public Severity severity() {
    return severity;
  }

  /**
   * The message with its slots unfilled.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return the template
   */
  public String messageTemplate(Locale locale) {
    return message.in(locale);
  }

  /**
   * The remedy with its slots unfilled.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return the template
   */
  public String remedyTemplate(Locale locale) {
    return remedy.in(locale);
  }

  /**
   * Begins an issue of this type.
   *
   * @param location where it was found
   * @return a builder to which the slots are added
   */
  public Builder at(Location location) {
    return new Builder(this, location);
  }

  static String fill(String template, Map<String, String> attributes) {
    Matcher slots = SLOT.matcher(template);
    return slots.replaceAll(
        slot ->
            Matcher.quoteReplacement(
                attributes.getOrDefault(Objects.requireNonNull(slot.group(1)), "?")));
  }

  @Override
  public String toString() {
    return code;
  }

  /** Collects the attributes of one issue. Not safe for use by many threads. */
  public static final class Builder {
    private static final int MAX_ATTRIBUTE = 200;

    private final IssueType type;
    private final Location location;
    private final Map<String, String> attributes = new TreeMap<>();

    private Builder(IssueType type, Location location) {
      this.type = type;
      this.location = Objects.requireNonNull(location, "location");
    }

    /**
     * Fills a slot. Long values are cut, line breaks and control characters are replaced, so that
     * an issue stays one line.
     *
     * @param name the slot's name
     * @param value its value; {@link String#valueOf} is shown
     * @return this builder
     */
    public Builder with(String name, Object value) {
      attributes.put(name, OneLine.of(shortened(String.valueOf(value))));
      return this;
    }

    /** {@return the issue} */
    public Issue build() {
      return new Issue(type, location, attributes);
    }

    private static String shortened(String value) {
      return value.codePointCount(0, value.length()) > MAX_ATTRIBUTE
          ? value.substring(0, value.offsetByCodePoints(0, MAX_ATTRIBUTE)) + "…"
          : value;
    }
  }
}
