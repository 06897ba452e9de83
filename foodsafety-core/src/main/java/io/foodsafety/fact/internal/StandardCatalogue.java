package io.foodsafety.fact.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.measure.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The declarations of {@code standard-catalogue.json}. Its titles are for people who read the file.
 */
public final class StandardCatalogue {

  private static final String RESOURCE = "/io/foodsafety/fact/standard-catalogue.json";

  private static final FactCatalogue CATALOGUE = load();

  private StandardCatalogue() {}

  /** {@return the catalogue, loaded once} */
  public static FactCatalogue get() {
    return CATALOGUE;
  }

  private static FactCatalogue load() {
    try (InputStream in = StandardCatalogue.class.getResourceAsStream(RESOURCE)) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in, RESOURCE));
      List<FactKind> kinds = new ArrayList<>();
      for (JsonNode kind : root.required("kinds")) {
        kinds.add(
            FactKind.of(
                kind.required("name").textValue(), attributes(kind.required("attributes"))));
      }
      return FactCatalogue.empty().plus(kinds, attributes(root.required("subjectAttributes")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<AttributeDeclaration> attributes(JsonNode list) {
    List<AttributeDeclaration> attributes = new ArrayList<>();
    for (JsonNode attribute : list) {
      attributes.add(
          new AttributeDeclaration(
              attribute.required("name").textValue(),
              AttributeType.find(attribute.required("type").textValue()).orElseThrow(),
              Optional.ofNullable(attribute.get("unit")).map(unit -> Unit.of(unit.textValue())),
              attribute.path("required").asBoolean(false),
              attribute.path("sealed").asBoolean(false)));
    }
    return attributes;
  }
}
