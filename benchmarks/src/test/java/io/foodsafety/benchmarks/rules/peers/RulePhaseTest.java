package io.foodsafety.benchmarks.rules.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.benchmarks.rules.Grades;
import io.foodsafety.benchmarks.rules.NewFact;
import io.foodsafety.benchmarks.rules.Population;
import io.foodsafety.benchmarks.rules.PopulationGenerator;
import io.foodsafety.benchmarks.rules.peers.RuleResult.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A phase measures who is right, and ends with who is not. */
class RulePhaseTest {

  private static final RulePhase SHORT = new RulePhase(200, 10, 1, 3, 3, 0.1, 80);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NATION")
  void aPeerThatAgreesIsMeasured(Phase phase) throws Exception {
    RuleResult result =
        SHORT.measure(phase, "objects", (data, files) -> new ObjectsPeer(data), 100, folder);
    assertThat(result.businesses()).isEqualTo(100);
    assertThat(result.compared()).isEqualTo(10);
    assertThat(result.rounds()).isEqualTo(3);
    assertThat(result.ratio()).isBetween(result.leastRatio(), result.greatestRatio());
    assertThat(result.theirs().mean()).isPositive();
    assertThat(result.byHand().mean()).isPositive();
  }

  @Test
  void aNationIsMeasuredShardByShard() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    RuleResult result =
        SHORT.measure(
            Phase.NATION,
            "objects",
            (data, files) -> {
              sizes.add(data.size());
              return new ObjectsPeer(data);
            },
            1_000,
            folder);
    assertThat(sizes).containsExactly(80, 80, 40);
    assertThat(result.businesses()).isEqualTo(200);
    assertThat(result.done()).isEqualTo(80);
    assertThat(result.rounds()).isEqualTo(3);
    assertThat(result.compared()).isEqualTo(12);
    assertThat(result.facts())
        .isEqualTo(new PopulationGenerator(3, 1).generate(0, 200).factCount());
    assertThat(result.ratio()).isBetween(result.leastRatio(), result.greatestRatio());
    assertThat(result.theirs().mean()).isPositive();
  }

  @Test
  void aPeerThatIsWrongInALaterShardEndsTheRun() {
    assertThatThrownBy(
            () ->
                SHORT.measure(
                    Phase.NATION,
                    "wrong",
                    (data, files) ->
                        data.first() == 160 ? new Wrong(data, 15) : new ObjectsPeer(data),
                    80,
                    folder))
        .hasMessageContaining("Business 15:");
  }

  @Test
  void aPeerThatTakesNoFactsIsNotAskedTo() {
    assertThatThrownBy(
            () ->
                SHORT.measure(
                    Phase.INCREMENTAL,
                    "columns",
                    (data, files) -> new HandWrittenPeer(data),
                    100,
                    folder))
        .hasMessageContaining("takes no facts");
  }

  @Test
  void aPeerThatIsWrongAtFirstEndsTheRun() {
    assertThatThrownBy(
            () ->
                SHORT.measure(
                    Phase.SCORING, "wrong", (data, files) -> new Wrong(data, 9), 200, folder))
        .hasMessageContaining("Business 9:");
  }

  @ParameterizedTest
  @EnumSource
  void aPeerThatIsWrongLaterEndsTheRun(Phase phase) {
    assertThatThrownBy(
            () -> SHORT.measure(phase, "wrong", (data, files) -> new Wrong(data, 15), 20, folder))
        .hasMessageContaining("Business 15:");
  }

  /** Gives one business a next grade that is not there. */
  private static final class Wrong implements GrowingPeer {
    private final GrowingPeer right;
    private final int business;

    Wrong(Population population, int business) {
      this.right = new ObjectsPeer(population);
      this.business = business;
    }

    @Override
    public void grade(int from, int to, Grades into) {
      right.grade(from, to, into);
      spoil(into);
    }

    @Override
    public void add(int changed, NewFact fact, Grades into) {
      right.add(changed, fact, into);
      spoil(into);
    }

    private void spoil(Grades into) {
      if (business < into.nextGrades().length) {
        into.nextGrades()[business] = 9;
      }
    }
  }
}
