package io.foodsafety.source.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON document into nodes that know their places. */
public final class SourceReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNumberLength(64)
                  .maxStringLength(1_000_000)
                  .build())
          .build();

  private final String source;
  private final JsonParser parser;
  private final IssueCollector issues;

  private SourceReader(String source, JsonParser parser, IssueCollector issues) {
    this.source = source;
    this.parser = parser;
    this.issues = issues;
  }

  /**
   * Reads a document.
   *
   * @param bytes UTF-8, with or without a byte order mark
   * @param source the name of the file, for locations
   * @param issues takes what is wrong
   * @return the root
   * @throws IssueCollector.Abandoned if it is not well-formed; the issue is collected
   */
  public static SourceNode read(byte[] bytes, String source, IssueCollector issues) {
    try (JsonParser parser = FACTORY.createParser(text(bytes, source, issues))) {
      return new SourceReader(source, parser, issues).document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a document without a byte order mark; gives up if it is not UTF-8. */
  static String text(byte[] bytes, String source, IssueCollector issues) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw issues.abandon(SourceIssues.NOT_UTF8.at(Location.line(source, line)).build());
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private SourceNode document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw syntax("it is empty");
      }
      SourceNode root = value("");
      if (parser.nextToken() != null) {
        throw syntax("something follows the document");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw issues.abandon(
          SourceIssues.SYNTAX
              .at(Location.line(source, parser.currentLocation().getLineNr()))
              .with("fault", fault(e))
              .build());
    }
  }

  /** What the parser says of the document, without what it says of itself. */
  private static String fault(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage())
        .replaceAll("\\[Source: [^;]*; ", "[")
        .replaceAll(", from `[^`]*`", "");
  }

  private IssueCollector.Abandoned syntax(String fault) {
    return issues.abandon(SourceIssues.SYNTAX.at(here("")).with("fault", fault).build());
  }

  private Location here(String path) {
    return new Location(source, Math.max(0, parser.currentTokenLocation().getLineNr()), path);
  }

  private SourceNode value(String path) throws IOException {
    Location location = here(path);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(location, path);
      case START_ARRAY -> list(location, path);
      case VALUE_STRING -> new SourceNode.TextNode(location, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(location);
      case VALUE_TRUE -> new SourceNode.BooleanNode(location, true);
      case VALUE_FALSE -> new SourceNode.BooleanNode(location, false);
      case VALUE_NULL -> new SourceNode.NullNode(location);
      default -> throw syntax("unexpected " + token);
    };
  }

  private SourceNode number(Location location) throws IOException {
    String text = parser.getText();
    try {
      BigDecimal value = ((AttributeValue.Decimal) AttributeValue.decimal(text)).value();
      return new SourceNode.NumberNode(location, value);
    } catch (IllegalArgumentException e) {
      throw issues.abandon(
          SourceIssues.BAD_VALUE
              .at(location)
              .with("value", text)
              .with("fault", "It has too many digits.")
              .with("allowed", "18 digits before and after the point")
              .build());
    }
  }

  private SourceNode object(Location location, String path) throws IOException {
    Map<String, SourceNode> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String memberPath = path + "/" + name.replace("~", "~0").replace("/", "~1");
      Location nameLocation = here(memberPath);
      parser.nextToken();
      SourceNode value = value(memberPath);
      if (members.putIfAbsent(name, value) != null) {
        issues.add(SourceIssues.DUPLICATE_MEMBER.at(nameLocation).with("name", name).build());
      }
    }
    return new SourceNode.ObjectNode(location, members);
  }

  private SourceNode list(Location location, String path) throws IOException {
    List<SourceNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "/" + items.size()));
    }
    return new SourceNode.ListNode(location, items);
  }
}
