package io.foodsafety.rule;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A named table: from a range of numbers, or from a word, to a number. Immutable.
 *
 * <p>Looked up with a list of words, the highest row counts.
 */
public final class LookupTable {

  private final String name;
  private final Optional<Bands<BigDecimal>> ranges;
  private final Map<String, BigDecimal> words;
  private final Optional<BigDecimal> otherwise;
  private final Optional<String> toBeLoaded;

  private LookupTable(
      String name,
      Optional<Bands<BigDecimal>> ranges,
      Map<String, BigDecimal> words,
      Optional<BigDecimal> otherwise,
      Optional<String> toBeLoaded) {
    this.name = Objects.requireNonNull(name, "name");
    this.ranges = ranges;
    this.words = words;
    this.otherwise = otherwise;
    this.toBeLoaded = toBeLoaded;
  }

  /**
   * A table over ranges of numbers.
   *
   * @param name its name
   * @param ranges the rows
   * @param otherwise the result for a number in no row, if there is one
   * @return the table
   */
  public static LookupTable ofRanges(
      String name, Bands<BigDecimal> ranges, Optional<BigDecimal> otherwise) {
    return new LookupTable(name, Optional.of(ranges), Map.of(), otherwise, Optional.empty());
  }

  /**
   * A table over words.
   *
   * @param name its name
   * @param words the rows
   * @param otherwise the result for a word in no row, if there is one
   * @return the table
   */
  public static LookupTable ofWords(
      String name, Map<String, BigDecimal> words, Optional<BigDecimal> otherwise) {
    return new LookupTable(
        name, Optional.empty(), new TreeMap<>(words), otherwise, Optional.empty());
  }

  /**
   * A table whose rows the host has to give, because no source publishes them. Whatever is looked
   * up in it is unknown.
   *
   * @param name its name
   * @param why why there are no rows
   * @return the table
   */
  public static LookupTable toBeLoaded(String name, String why) {
    return new LookupTable(name, Optional.empty(), Map.of(), Optional.empty(), Optional.of(why));
  }

  /** {@return why there are no rows, if the host has to give them} */
  public Optional<String> toBeLoaded() {
    return toBeLoaded;
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /** {@return the rows, if it is looked up with a number} */
  public Optional<Bands<BigDecimal>> ranges() {
    return ranges;
  }

  /** {@return the rows by word, if it is looked up with words} */
  public Map<String, BigDecimal> words() {
    return Collections.unmodifiableMap(words);
  }

  /** {@return the result for what is in no row, if there is one} */
  public Optional<BigDecimal> otherwise() {
    return otherwise;
  }

  /** {@return whether it is looked up with a number; otherwise with a word or a list of words} */
  public boolean isOverNumbers() {
    return ranges.isPresent();
  }

  /**
   * The row of a number.
   *
   * @param key the number
   * @return its result, or nothing
   */
  public Optional<BigDecimal> find(BigDecimal key) {
    return ranges.flatMap(bands -> bands.find(key)).or(() -> otherwise);
  }

  /**
   * The row of a word.
   *
   * @param key the word
   * @return its result, or nothing
   */
  public Optional<BigDecimal> find(String key) {
    return Optional.ofNullable(words.get(key)).or(() -> otherwise);
  }
}
