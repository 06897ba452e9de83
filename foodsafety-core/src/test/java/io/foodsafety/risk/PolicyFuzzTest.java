package io.foodsafety.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.issue.Issue;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read, only a PolicyException comes out; whatever was read, it grades. */
class PolicyFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {"credit-points", "food-hygiene-rating", "new-york-2010", "risk-2016-sample"})
  void survivesChangedMembers(String sample) throws Exception {
    JsonNode original = JSON.readTree(GradingFixture.sample(sample).toFile());
    Seeded.check(
        500,
        random -> {
          JsonMutation mutation = new JsonMutation(random);
          JsonNode document = original;
          for (int i = 1 + random.nextInt(3); i > 0; i--) {
            document = mutation.mutate(document);
          }
          String text = document.toString();
          Optional<RiskPolicy> policy = read(text.getBytes(UTF_8));
          PolicySchemaTest.checkRefusedAlike(text, policy.isPresent());
          if (policy.isPresent()) {
            grade(policy.get(), random);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"credit-points", "food-hygiene-rating", "new-york-2010", "risk-2016-sample"})
  void survivesChangedBytes(String sample) throws Exception {
    byte[] original = Files.readAllBytes(GradingFixture.sample(sample));
    Seeded.check(
        500,
        random -> {
          byte[] bytes = Arrays.copyOf(original, original.length);
          for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
          }
          int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
          read(Arrays.copyOf(bytes, length)).ifPresent(policy -> grade(policy, random));
        });
  }

  private static Optional<RiskPolicy> read(byte[] bytes) {
    try {
      return Optional.of(RiskPolicy.parse(bytes, "fuzz", FactCatalogue.standard()));
    } catch (PolicyException e) {
      assertThat(e.issues()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(e.getMessage().lines()).hasSameSizeAs(e.issues());
      return Optional.empty();
    }
  }

  private static void grade(RiskPolicy policy, Random random) {
    List<String> kinds = policy.catalogue().kinds().stream().map(FactKind::name).toList();
    RandomFacts source = new RandomFacts(policy.catalogue(), kinds, random);
    RiskAssessment assessment =
        RiskGrader.of(policy)
            .grade(source.subject(), source.history(30), AsOf.date(RandomFacts.AS_OF));
    assertThat(assessment.toJson()).isNotEmpty();
  }

  /** Each uses the one before it twice: 2 to the power of 48 evaluations, if none were kept. */
  @Test
  void evaluatesADefinitionOnce() {
    List<String> definitions = new ArrayList<>(List.of("'d0':1"));
    for (int i = 1; i <= 48; i++) {
      definitions.add(
          "'d%d':{'subtract':[{'ref':'d%d'},{'ref':'d%d'}]}".formatted(i, i - 1, i - 1));
    }
    RiskAssessment assessment =
        GradingFixture.of(
                "'define':{%s},'static':[{'item':'x','value':{'ref':'d48'},'basis':'-'}]"
                    .formatted(String.join(",", definitions)))
            .grade("");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=0.00");
  }

  /** Squared forty times, a small number would have more digits than fit into memory. */
  @Test
  void givesUpNumbersThatOutgrowAllSense() {
    List<String> definitions = new ArrayList<>(List.of("'d0':0.000000000000000001"));
    for (int i = 1; i <= 40; i++) {
      definitions.add(
          "'d%d':{'multiply':[{'ref':'d%d'},{'ref':'d%d'}]}".formatted(i, i - 1, i - 1));
    }
    RiskAssessment assessment =
        GradingFixture.of(
                "'define':{%s},'static':[{'item':'x','value':{'ref':'d40'},'basis':'-'}]"
                    .formatted(String.join(",", definitions)))
            .grade("");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=?");
    assertThat(GradingFixture.line(assessment, "x").reason().map(Issue::code))
        .contains("FS-RULE-0108");
  }

  /** As deep as the reader allows, over facts: the stack must hold. */
  @Test
  void gradesTheDeepestPolicyThatItReads() {
    List<String> definitions = new ArrayList<>(List.of("'d0':1"));
    for (int i = 1; i <= 32; i++) {
      definitions.add(
          ("'d%d':{'sum':{'kind':'inspection','where':{'ge':[{'ref':'d%d'},0]},"
                  + "'of':1,'window':{'sliding':'P1Y'}}}")
              .formatted(i, i - 1));
    }
    GradingFixture fixture =
        GradingFixture.of(
            "'define':{%s},'static':[{'item':'x','value':{'ref':'d32'},'basis':'-'}]"
                .formatted(String.join(",", definitions)));
    RiskAssessment assessment =
        fixture.grade(
            fixture.subject(""),
            fixture.history("inspection", "A 2024-05-01; B 2024-05-02"),
            "2024-06-30");
    assertThat(GradingFixture.lines(assessment)).isEqualTo("x=2.00");
  }
}
