package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentIssues;
import io.foodsafety.document.DocumentTemplate.Source;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.document.TemplateText;
import io.foodsafety.model.issue.Location;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import io.foodsafety.text.LocalText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parts of a template; what is wrong gives up its element. */
final class PartReader {

  private static final int MAX_LINES = 20;
  private static final int MAX_SHARE = 100;

  private final Source source;
  private final WordReader words;
  private final IssueCollector issues;

  PartReader(Source source, WordReader words, IssueCollector issues) {
    this.source = source;
    this.words = words;
    this.issues = issues;
  }

  TemplatePart part(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Optional<TemplateText> title = reader.find("title").map(this::text);
    TemplatePart part;
    if (reader.find("fields").isPresent()) {
      part = new TemplatePart.Fields(title, each(reader, "fields", this::field));
    } else if (reader.find("boxes").isPresent()) {
      boolean inline = reader.findBoolean("inline").orElse(false);
      part = new TemplatePart.Checks(title, inline, each(reader, "boxes", this::box));
    } else if (reader.find("table").isPresent()) {
      String of = words.known("table", reader.get("table"), Names.tables(source));
      part = new TemplatePart.Table(title, of, each(reader, "columns", this::column));
    } else if (reader.find("paragraphs").isPresent()) {
      part = new TemplatePart.Paragraphs(title, each(reader, "paragraphs", this::text));
    } else if (reader.find("signatures").isPresent()) {
      part = new TemplatePart.Signatures(title, each(reader, "signatures", this::line));
    } else {
      throw reader.noneOf(List.of("fields", "boxes", "table", "paragraphs", "signatures"));
    }
    reader.end();
    return part;
  }

  private TemplatePart.Field field(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplatePart.Field field =
        new TemplatePart.Field(
            text(reader.get("label")),
            value(reader.get("value")),
            reader.findBoolean("wide").orElse(false));
    reader.end();
    return field;
  }

  private TemplatePart.Box box(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplateText text = text(reader.get("text"));
    Optional<TemplatePart.Condition> condition = Optional.empty();
    if (reader.find("line").isPresent()) {
      if (source != Source.ASSESSMENT) {
        throw ObjectReader.badValue(
            reader.get("line"), "line", "Only an assessment has lines.", "a value", issues);
      }
      condition = Optional.of(new TemplatePart.LineHolds(reader.text("line")));
    } else if (reader.find("value").isPresent()) {
      List<String> codes =
          ObjectReader.list(reader.get("in"), issues).stream()
              .map(each -> ObjectReader.text(each, issues))
              .toList();
      condition = Optional.of(new TemplatePart.ValueIs(value(reader.get("value")), codes));
    }
    reader.end();
    return new TemplatePart.Box(text, condition);
  }

  private TemplatePart.Column column(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplatePart.Column column =
        new TemplatePart.Column(
            words.known("column", reader.get("column"), Names.ITEM_COLUMNS),
            text(reader.get("heading")),
            reader.findInteger("share", 1, MAX_SHARE).orElse(10));
    reader.end();
    return column;
  }

  private TemplatePart.Line line(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplatePart.Line line =
        new TemplatePart.Line(
            words.word(reader.get("role")),
            text(reader.get("label")),
            reader.findInteger("count", 1, MAX_LINES).orElse(1));
    reader.end();
    return line;
  }

  /** Words in both languages, or the key of a text of the region. */
  private TemplateText text(SourceNode node) {
    if (node instanceof SourceNode.TextNode key) {
      return new TemplateText(Optional.empty(), Optional.of(words.word(key)));
    }
    return new TemplateText(Optional.of(slotted(node)), Optional.empty());
  }

  /** Words in both languages with values in braces. */
  LocalText slotted(SourceNode node) {
    LocalText text = words.text(node);
    for (String slot : Names.slots(text.zh() + text.en())) {
      checkValue(slot, node.location());
    }
    return text;
  }

  private String value(SourceNode node) {
    String name = ObjectReader.text(node, issues);
    checkValue(name, node.location());
    return name;
  }

  private void checkValue(String name, Location location) {
    if (!Names.isValue(name, source)) {
      throw words.unknown("value", name, location, Names.values(source));
    }
  }

  /** Reads each element of a list that must not be empty; those that are wrong are left out. */
  <T> List<T> each(ObjectReader reader, String name, Function<SourceNode, T> read) {
    if (reader.hasNoItems(name)) {
      issues.add(DocumentIssues.EMPTY.at(reader.location(name)).with("what", name).build());
    }
    return words.each(reader, name, read);
  }
}
