package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortableTimeTest {

  @Test
  void sortsInTheOrderOfTime() {
    List<String> texts =
        List.of(
                "0001-01-01",
                "0999-12-31T23:59:59Z",
                "2024-05-02",
                "2024-05-02T00:00:00Z",
                "2024-05-02T00:00:00.000000001Z",
                "2024-05-02T00:00:00.5Z",
                "2024-05-02T00:00:01Z",
                "2024-05-02T23:59:59.999999999+14:00".replace("+14:00", "Z"),
                "2024-05-03",
                "9999-12-31")
            .stream()
            .map(text -> SortableTime.of(Moment.parse(text)))
            .toList();
    assertThat(texts).isSorted();
    assertThat(SortableTime.of(Moment.parse("2024-05-02T08:00:00+08:00")))
        .isEqualTo("2024-05-02T00:00:00.000000000Z");
  }

  @Test
  void aYearAndAMonthComeBeforeTheirDays() {
    List<String> texts =
        Stream.of(
                "0999",
                "2023-12-31T23:59:59Z",
                "2024",
                "2024-01",
                "2024-01-01",
                "2024-05",
                "2024-05-01",
                "2024-05-01T00:00:00Z",
                "2024-06")
            .map(text -> SortableTime.of(EventTime.parse(text)))
            .toList();
    assertThat(texts).isSorted();
  }

  @Test
  void leavesADayAtEitherEnd() {
    LocalDate day = LocalDate.of(2024, 3, 1);
    assertThat(SortableTime.from(day)).isEqualTo("2024-02-29");
    assertThat(SortableTime.behind(day)).isEqualTo("2024-03-03");
    assertThat(SortableTime.from(LocalDate.MIN)).isNull();
    assertThat(SortableTime.behind(LocalDate.MAX)).isNull();
    assertThat(SortableTime.behind(LocalDate.MIN)).isLessThan("0001-01-01");
  }
}
