package io.foodsafety.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scores of an outbreak, by hand: domain/tracing.md § 2. */
class TraceOutbreakTest {

  /** Sprouts go to two restaurants that had cases; a wholesaler received herbs from elsewhere. */
  private static TraceStory sprouts() {
    return new TraceStory()
        .transfer("E1", "2024-05-01", "", "grower", "wholesaler", "sprouts 10")
        .transfer("E2", "2024-05-01", "", "garden", "wholesaler", "herbs 10")
        .transfer("E3", "2024-05-02", "", "wholesaler", "inn", "sprouts 5")
        .transfer("E4", "2024-05-02", "", "wholesaler", "grill", "salad 5");
  }

  private static Map<String, BigDecimal> weights(Map<String, Integer> weights) {
    Map<String, BigDecimal> all = new LinkedHashMap<>();
    weights.forEach((id, weight) -> all.put(id, BigDecimal.valueOf(weight)));
    return all;
  }

  private static Map<String, String> scores(TraceStory story, OutbreakCases cases) {
    OutbreakScores scores = story.network().outbreak(cases);
    Map<String, String> all = new LinkedHashMap<>();
    Stream.of(scores.parties(), scores.lots())
        .flatMap(List::stream)
        .forEach(each -> all.put(each.id(), each.score().toPlainString()));
    return all;
  }

  private static OutbreakCases bothRestaurants(
      Set<String> crossContaminated, Set<String> killingParties, Set<String> killedLots) {
    return new OutbreakCases(
        weights(Map.of("inn", 1, "grill", 1)),
        Map.of(),
        crossContaminated,
        killingParties,
        killedLots);
  }

  @Test
  void aCommonSourceHasScoreOne() {
    assertThat(scores(sprouts(), bothRestaurants(Set.of(), Set.of(), Set.of())))
        .containsEntry("wholesaler", "1")
        .containsEntry("grower", "0.5")
        .containsEntry("garden", "0")
        .containsEntry("inn", "0.5")
        .containsEntry("sprouts", "0.5")
        .containsEntry("salad", "0.5");
  }

  @Test
  void withCrossContaminationAnyLotReceivedMayBeInAnyLotSent() {
    assertThat(scores(sprouts(), bothRestaurants(Set.of("wholesaler"), Set.of(), Set.of())))
        .containsEntry("grower", "1")
        .containsEntry("garden", "1")
        .containsEntry("sprouts", "1")
        .containsEntry("herbs", "1");
  }

  @Test
  void crossContaminationNeedsTheDayOfArrivalNotToBeLater() {
    TraceStory late = sprouts().transfer("E5", "2024-05-03", "", "farm", "wholesaler", "parsley 1");
    assertThat(scores(late, bothRestaurants(Set.of("wholesaler"), Set.of(), Set.of())))
        .containsEntry("farm", "0")
        .containsEntry("parsley", "0");
    TraceStory sameDay =
        sprouts()
            .transfer("E5", "2024-05-02T23:00:00+08:00", "", "farm", "wholesaler", "parsley 1");
    assertThat(scores(sameDay, bothRestaurants(Set.of("wholesaler"), Set.of(), Set.of())))
        .containsEntry("farm", "1");
    TraceStory unknown = sprouts().transfer("E5", "", "", "farm", "wholesaler", "parsley 1");
    assertThat(scores(unknown, bothRestaurants(Set.of("wholesaler"), Set.of(), Set.of())))
        .containsEntry("farm", "1");
  }

  @Test
  void whatIsKilledAtAPartyDoesNotReachWhatItSends() {
    assertThat(
            scores(
                sprouts(), bothRestaurants(Set.of("wholesaler"), Set.of("wholesaler"), Set.of())))
        .containsEntry("wholesaler", "1")
        .containsEntry("grower", "0")
        .containsEntry("garden", "0");
  }

  @Test
  void aKilledLotIsCutFromWhatFollows() {
    assertThat(scores(sprouts(), bothRestaurants(Set.of("wholesaler"), Set.of(), Set.of("herbs"))))
        .containsEntry("grower", "1")
        .containsEntry("garden", "0")
        .containsEntry("herbs", "0");
  }

  @Test
  void evidenceAgainstCountsNegative() {
    OutbreakCases cases =
        new OutbreakCases(
            weights(Map.of("inn", 2, "grill", -1)), Map.of(), Set.of(), Set.of(), Set.of());
    assertThat(scores(sprouts(), cases))
        .containsEntry("wholesaler", "0.5")
        .containsEntry("grower", "1")
        .containsEntry("grill", "-0.5")
        .containsEntry("salad", "-0.5");
  }

  @Test
  void withoutWeightsAllScoresAreZero() {
    OutbreakCases none = new OutbreakCases(Map.of(), Map.of(), Set.of(), Set.of(), Set.of());
    assertThat(scores(sprouts(), none).values()).containsOnly("0");
  }
}
