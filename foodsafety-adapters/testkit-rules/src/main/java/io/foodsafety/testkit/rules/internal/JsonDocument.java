package io.foodsafety.testkit.rules.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.foodsafety.model.issue.Location;
import io.foodsafety.testkit.rules.CaseFileException;
import io.foodsafety.testkit.rules.CaseIssues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as texts, decimals, truth values, lists, maps and null, and where each of them
 * stands.
 *
 * @param root the outermost value
 * @param places the places by JSON pointer
 */
public record JsonDocument(@Nullable Object root, Places places) {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(100).maxNumberLength(64).build())
          .build();

  /**
   * Reads a document.
   *
   * @param bytes UTF-8
   * @param source the name of the file
   * @return the document
   * @throws CaseFileException if it is not well-formed, or a member stands twice
   */
  public static JsonDocument read(byte[] bytes, String source) {
    try (JsonParser parser = FACTORY.createParser(text(bytes, source))) {
      return new Reading(source, parser).document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes, String source) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw syntax(new Location(source, 0, ""), "it is not UTF-8");
    }
  }

  private static CaseFileException syntax(Location location, String fault) {
    return new CaseFileException(
        List.of(CaseIssues.SYNTAX.at(location).with("fault", fault).build()));
  }

  /** One reading of a parser to its end. */
  private static final class Reading {

    private final String source;
    private final JsonParser parser;
    private final Map<String, Integer> lines = new HashMap<>();

    Reading(String source, JsonParser parser) {
      this.source = source;
      this.parser = parser;
    }

    JsonDocument document() throws IOException {
      try {
        if (parser.nextToken() == null) {
          throw syntax(new Location(source, 1, ""), "it is empty");
        }
        Object root = value("");
        if (parser.nextToken() != null) {
          throw syntax(new Location(source, line(), ""), "something follows the document");
        }
        return new JsonDocument(root, new Places(source, lines));
      } catch (JsonProcessingException e) {
        String fault = String.valueOf(e.getOriginalMessage()).replaceAll("[\\r\\n]+.*", "");
        throw syntax(new Location(source, parser.currentLocation().getLineNr(), ""), fault);
      }
    }

    private int line() {
      return Math.max(0, parser.currentTokenLocation().getLineNr());
    }

    private @Nullable Object value(String pointer) throws IOException {
      lines.put(pointer, line());
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> object(pointer);
        case START_ARRAY -> list(pointer);
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        default -> null;
      };
    }

    private Map<String, @Nullable Object> object(String pointer) throws IOException {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(Places.child(pointer, name)));
      }
      return members;
    }

    private List<@Nullable Object> list(String pointer) throws IOException {
      List<@Nullable Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(Places.child(pointer, String.valueOf(items.size()))));
      }
      return items;
    }
  }
}
