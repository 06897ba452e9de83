package io.foodsafety.region;

import static io.foodsafety.region.Packs.base;
import static io.foodsafety.region.Packs.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foodsafety.document.DocumentTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates of documents in packs: layers, and what they say of policies. */
class PackDocumentsTest {

  private static final String TEMPLATE =
      """
      {"document": "form", "version": "%s", "of": "assessment", "assessedBy": "%s",
       "status": "local", "basis": "b", "title": {"zh": "表", "en": "Form"},
       "parts": [{"boxes": [{"text": {"zh": "甲", "en": "A"}%s}]}]}
      """;

  private static Packs city(String version, String policy, String condition) {
    return pack("city", "base", "\"form.json\"")
        .with("form.json", TEMPLATE.formatted(version, policy, condition));
  }

  @Test
  void aTemplateOfAPackAboveTakesThePlaceOfTheOneBelow() {
    Packs top =
        pack("top", "city", "\"form.json\"").with("form.json", TEMPLATE.formatted("2", "size", ""));
    assertThat(Region.load("top", List.of(base(), city("1", "size", ""), top)).documents())
        .extracting(DocumentTemplate::version)
        .containsExactly("2");
    assertThat(Region.load("base", List.of(base())).documents()).isEmpty();
  }

  @Test
  void aPolicyThatTheRegionDoesNotHave() {
    assertThat(faults(city("1", "sise", "")))
        .containsExactly("FS-DOC-0002 The policy (sise) is unknown. Known: size.");
  }

  @Test
  void ofAPolicyThatIsWrongTheTemplateSaysNothing() {
    Packs wrong = base().with("policy.json", Packs.POLICY.replace("\"bands\"", "\"bonds\""));
    RegionException e =
        catchThrowableOfType(
            RegionException.class,
            () -> Region.load("city", List.of(wrong, city("1", "size", ""))));
    assertThat(e.issues())
        .extracting(issue -> issue.code())
        .contains("FS-SRC-0004")
        .doesNotContain("FS-DOC-0002");
  }

  @Test
  void aLineThatThePolicyDoesNotHave() {
    assertThat(faults(city("1", "size", ", \"line\": \"raise.accident\"")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("FS-DOC-0002 The line of size (raise.accident) is unknown.");
  }

  private static List<String> faults(Packs pack) {
    RegionException e =
        catchThrowableOfType(
            RegionException.class, () -> Region.load("city", List.of(base(), pack)));
    assertThat(e).as("The pack must be refused.").isNotNull();
    return e.issues().stream()
        .map(issue -> issue.toString().substring(issue.toString().indexOf("FS-")))
        .toList();
  }
}
