package io.foodsafety.spi.config;

import io.foodsafety.model.internal.Checks;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting that a plug-in reads: name, type, default, check, text. Immutable; the {@code with}
 * methods copy. A key without a default is required.
 *
 * @param <T> the type of its values
 */
public final class ConfigKey<T> {

  private final String name;
  private final String typeName;
  private final Function<String, T> parser;
  private final @Nullable T defaultValue;
  private final boolean sensitive;
  private final String since;
  private final String english;
  private final String chinese;

  private ConfigKey(
      String name,
      String typeName,
      Function<String, T> parser,
      @Nullable T defaultValue,
      boolean sensitive,
      String since,
      String english,
      String chinese) {
    this.name = Checks.name("configuration key", name);
    this.typeName = typeName;
    this.parser = parser;
    this.defaultValue = defaultValue;
    this.sensitive = sensitive;
    this.since = since;
    this.english = english;
    this.chinese = chinese;
  }

  /**
   * A key of a type of your own.
   *
   * @param name its name
   * @param typeName what a value looks like, for messages and documentation
   * @param parser reads a value; throws {@link IllegalArgumentException} with one sentence if it
   *     cannot; the sentence must not repeat the value, which may be a secret
   * @param <T> the type of its values
   * @return the key
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static <T> ConfigKey<T> of(String name, String typeName, Function<String, T> parser) {
    return new ConfigKey<>(name, typeName, parser, null, false, "0.1", "", "");
  }

  /**
   * A key whose values are any text that is not blank.
   *
   * @param name its name
   * @return the key
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static ConfigKey<String> text(String name) {
    return of(
        name,
        "text",
        value -> {
          if (value.isBlank()) {
            throw new IllegalArgumentException("It must not be blank.");
          }
          return value;
        });
  }

  /**
   * A key whose values are whole numbers.
   *
   * @param name its name
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return the key
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static ConfigKey<Integer> integer(String name, int min, int max) {
    return of(
        name,
        "whole number from %d to %d".formatted(min, max),
        text -> {
          try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
              return value;
            }
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("It must be a whole number.", e);
          }
          throw new IllegalArgumentException("It must lie between %d and %d.".formatted(min, max));
        });
  }

  /**
   * A key whose values are {@code true} or {@code false}.
   *
   * @param name its name
   * @return the key
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static ConfigKey<Boolean> bool(String name) {
    return of(
        name,
        "true or false",
        value ->
            switch (value) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("It must be true or false.");
            });
  }

  /**
   * A key whose values are positive ISO 8601 durations such as {@code PT30S}.
   *
   * @param name its name
   * @return the key
   * @throws IllegalArgumentException if the name is not well-formed
   */
  public static ConfigKey<Duration> duration(String name) {
    return of(
        name,
        "duration such as PT30S",
        text -> {
          try {
            Duration value = Duration.parse(text);
            if (!value.isNegative() && !value.isZero()) {
              return value;
            }
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("It must be a duration such as PT30S.", e);
          }
          throw new IllegalArgumentException("It must be longer than nothing.");
        });
  }

  /**
   * The same key with a default; it is then not required.
   *
   * @param value what holds when the setting is absent
   * @return the key
   */
  public ConfigKey<T> withDefault(T value) {
    return new ConfigKey<>(name, typeName, parser, value, sensitive, since, english, chinese);
  }

  /** {@return the same key, whose values are never shown} */
  public ConfigKey<T> asSensitive() {
    return new ConfigKey<>(name, typeName, parser, defaultValue, true, since, english, chinese);
  }

  /**
   * The same key with a description.
   *
   * @param newEnglish one sentence in English
   * @param newChinese one sentence in Chinese
   * @return the key
   */
  public ConfigKey<T> doc(String newEnglish, String newChinese) {
    return new ConfigKey<>(
        name, typeName, parser, defaultValue, sensitive, since, newEnglish, newChinese);
  }

  /**
   * The same key with the version that introduced it.
   *
   * @param version such as {@code 0.2}
   * @return the key
   */
  public ConfigKey<T> since(String version) {
    return new ConfigKey<>(
        name, typeName, parser, defaultValue, sensitive, version, english, chinese);
  }

  /**
   * Reads a value.
   *
   * @param text the value as text
   * @return the value
   * @throws IllegalArgumentException with one sentence if the text is not a value of this key
   */
  public T parse(String text) {
    return parser.apply(text);
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return what a value looks like} */
  public String typeName() {
    return typeName;
  }

  /** {@return the default; nothing if the key is required} */
  public Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** {@return whether a value must be given} */
  public boolean isRequired() {
    return defaultValue == null;
  }

  /** {@return whether values must never be shown} */
  public boolean isSensitive() {
    return sensitive;
  }

  /** {@return the version that introduced it} */
  public String since() {
    return since;
  }

  /**
   * What the setting does.
   *
   * @param locale Chinese for any {@code zh}, English for every other language
   * @return one sentence, or an empty string
   */
  public String doc(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return name;
  }
}
