package io.foodsafety.fact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.measure.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardCatalogueTest {

  private static final FactCatalogue CATALOGUE = FactCatalogue.standard();

  @Test
  void declaresTheKindsThatEveryRegionHas() {
    assertThat(CATALOGUE.kinds())
        .extracting(FactKind::name)
        .contains("inspection", "sample", "penalty", "complaint", "report", "accident", "recall")
        .contains("list-entry", "certificate", "licence-change", "training", "self-check");
  }

  @Test
  void requiresOnlyWhatAKindIsEmptyWithout() {
    List<String> required =
        CATALOGUE.kinds().stream()
            .flatMap(
                kind ->
                    kind.attributes().stream()
                        .filter(AttributeDeclaration::required)
                        .map(attribute -> kind.name() + "." + attribute.name()))
            .toList();

    assertThat(required)
        .containsExactlyInAnyOrder(
            "failed-item.item",
            "list-entry.list",
            "certificate.type",
            "grading.scale",
            "grading.label",
            "online-status.status",
            "trace-finding.finding",
            "trace-finding.lot",
            "grade-change.policy",
            "grade-change.policyVersion",
            "grade-change.scale",
            "grade-change.status");
  }

  @Test
  void unitsAreKnown() {
    assertThat(CATALOGUE.findSubjectAttribute("areaM2").flatMap(AttributeDeclaration::unit))
        .contains(Unit.SQUARE_METRE);
    assertThat(
            CATALOGUE.kinds().stream()
                .flatMap(kind -> kind.attributes().stream())
                .flatMap(attribute -> attribute.unit().stream())
                .map(Unit::dimension))
        .isNotEmpty()
        .allMatch(Optional::isPresent);
  }

  @Test
  void everythingHasATitleInBothLanguages() throws IOException {
    JsonNode root =
        new ObjectMapper()
            .readTree(
                StandardCatalogue.class.getResourceAsStream(
                    "/io/foodsafety/fact/standard-catalogue.json"));
    List<JsonNode> titles = root.findValues("title");

    assertThat(titles).hasSizeGreaterThan(100);
    assertThat(titles)
        .filteredOn(JsonNode::isObject)
        .allSatisfy(
            title -> {
              assertThat(title.path("en").asText()).isNotBlank();
              assertThat(title.path("zh").asText()).isNotBlank();
            });
  }
}
