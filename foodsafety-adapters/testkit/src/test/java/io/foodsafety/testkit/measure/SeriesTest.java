package io.foodsafety.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {

  private final List<Integer> run = new ArrayList<>();
  private final List<Long> drawn = new ArrayList<>();

  @TempDir private Path folder;

  private Series series(int rounds) {
    return Series.in(Optional.of(folder.resolve("kept")), "kills", rounds);
  }

  private String note(int number) {
    run.add(number);
    return number + " of all";
  }

  @Test
  void goesOnBehindTheLastRoundThatIsKept() throws Exception {
    assertThat(series(2).run((number, random) -> note(number))).isEqualTo(2);
    assertThat(series(5).run((number, random) -> note(number))).isEqualTo(3);
    assertThat(series(5).run((number, random) -> note(number))).isZero();

    assertThat(run).containsExactly(1, 2, 3, 4, 5);
    List<String> lines = lines();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(4)).matches("round 5 of seed -?\\d+: 5 of all");
    assertThat(lines)
        .extracting(line -> line.replaceFirst(".*seed (\\S+):.*", "$1"))
        .containsOnly(seed());
  }

  @Test
  void aRoundDrawsTheSameNumbersWhenItIsRunAgain() throws Exception {
    Series series = series(1);
    series.run((number, random) -> draw(random.nextLong()));
    series.run((number, random) -> draw(random.nextLong()));
    series(2).run((number, random) -> draw(random.nextLong()));

    assertThat(drawn).hasSize(3);
    assertThat(drawn.get(1)).isEqualTo(drawn.get(0)).isNotEqualTo(drawn.get(2));
  }

  @Test
  void aRoundThatFailsIsNotKeptAndSaysHowToRunItAgain() throws Exception {
    series(1).run((number, random) -> note(number));
    String seed = seed();

    assertThatThrownBy(
            () ->
                series(3)
                    .run(
                        (number, random) -> {
                          throw new IOException("lost");
                        }))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "kills, round 2 failed; again: -Dfoodsafety.seed=%s -Dfoodsafety.first=2 -Dfoodsafety.rounds=1",
            seed)
        .hasRootCauseMessage("lost");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void withoutAFolderNothingIsKept() throws Exception {
    Series series = Series.in(Optional.empty(), "kills", 2);
    assertThat(series.run((number, random) -> note(number))).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  private String draw(long value) {
    drawn.add(value);
    return "drawn";
  }

  private String seed() throws IOException {
    return lines().get(0).replaceFirst(".*seed (\\S+):.*", "$1");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("kept/kills.txt"));
  }
}
