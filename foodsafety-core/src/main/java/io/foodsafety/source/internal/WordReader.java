package io.foodsafety.source.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.text.LocalText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads words, names and texts of documents; what is wrong gives up its element. */
public final class WordReader {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,62}");
  private static final int MAX_TEXT = 2000;

  private final IssueType unknownName;
  private final IssueCollector issues;

  /**
   * A reader.
   *
   * @param unknownName what to say of a name that is not known; with what, name and nearest
   * @param issues takes what is wrong
   */
  public WordReader(IssueType unknownName, IssueCollector issues) {
    this.unknownName = unknownName;
    this.issues = issues;
  }

  /** Reads each item of a list; those that are wrong are left out, with their issues. */
  public <T> List<T> each(ObjectReader reader, String name, Function<SourceNode, T> read) {
    return issues.attempt(() -> reader.list(name)).orElse(List.of()).stream()
        .flatMap(node -> issues.attempt(() -> read.apply(node)).stream())
        .toList();
  }

  /** A text in both languages. */
  public LocalText text(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    LocalText text = new LocalText(text(reader, "zh"), text(reader, "en"));
    reader.end();
    return text;
  }

  private String text(ObjectReader reader, String language) {
    String text = reader.text(language);
    if (text.length() > MAX_TEXT) {
      throw ObjectReader.badValue(
          reader.get(language),
          text,
          "It is too long.",
          "%d characters".formatted(MAX_TEXT),
          issues);
    }
    return text;
  }

  /** Whether a text is a word such as {@code self-check}. */
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /** A word such as {@code self-check}. */
  public String word(SourceNode node) {
    return matching(
        WORD, "1 to 63 letters, digits, '.', '_' and '-', beginning with a letter", node);
  }

  /** A text of a form of its own. */
  public String matching(Pattern pattern, String allowed, SourceNode node) {
    String text = ObjectReader.text(node, issues);
    if (!pattern.matcher(text).matches()) {
      throw ObjectReader.badValue(node, text, "It is not well-formed.", allowed, issues);
    }
    return text;
  }

  /** One of several words. */
  public String oneOf(SourceNode node, Collection<String> allowed) {
    String word = ObjectReader.text(node, issues);
    if (!allowed.contains(word)) {
      throw ObjectReader.badValue(
          node, word, "It is none of the words.", String.join(", ", allowed), issues);
    }
    return word;
  }

  /** What one of several words means. */
  public <T> T oneOf(SourceNode node, Map<String, T> meanings) {
    return Objects.requireNonNull(
        meanings.get(oneOf(node, meanings.keySet().stream().sorted().toList())));
  }

  /** A name that is known. */
  public String known(String what, SourceNode node, Collection<String> known) {
    String name = ObjectReader.text(node, issues);
    if (!known.contains(name)) {
      throw unknown(what, name, node.location(), known);
    }
    return name;
  }

  /** The thing of a name. */
  public <T> T known(String what, SourceNode node, Map<String, T> known) {
    return Objects.requireNonNull(known.get(known(what, node, known.keySet())));
  }

  /** Gives up because of a name that is not known. */
  public IssueCollector.Abandoned unknown(
      String what, String name, Location location, Collection<String> known) {
    return issues.abandon(
        unknownName
            .at(location)
            .with("what", what)
            .with("name", name)
            .with("nearest", NearestNames.of(name, known))
            .build());
  }

  /**
   * Takes note of a name; gives up if it is there already.
   *
   * @param duplicate what to say then; with what and name
   */
  public void unique(
      IssueType duplicate, String what, String name, Location location, Set<String> names) {
    if (!names.add(name)) {
      throw issues.abandon(duplicate.at(location).with("what", what).with("name", name).build());
    }
  }
}
