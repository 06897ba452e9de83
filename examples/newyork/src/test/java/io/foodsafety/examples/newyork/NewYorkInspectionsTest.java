package io.foodsafety.examples.newyork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewYorkInspectionsTest {

  private static final String HEADER = String.join(",", NewYorkInspections.COLUMNS) + "\n";
  private static final String ROW =
      "1,Queens,\"Ice Cream, Gelato\",11101,-73.8,40.7,2014-03-03,A,2\n";

  private final List<DataRecord> records = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  @Test
  void aRestaurantComesOnceAndEveryRowIsAnInspection() throws IOException {
    read(HEADER + ROW + ROW.replace("2014-03-03,A,2", "2013-03-03,P,-1"));

    assertThat(issues).isEmpty();
    assertThat(records).extracting(DataRecord::type).containsExactly("subject", "fact", "fact");
    assertThat(records.get(0).fields())
        .containsEntry("id", "1")
        .containsEntry(
            "attributes",
            Map.of("borough", "Queens", "cuisine", "Ice Cream, Gelato", "zipcode", "11101"))
        .containsEntry(
            "location", Map.of("lat", new BigDecimal("40.7"), "lon", new BigDecimal("-73.8")));
    assertThat(records.get(2).location()).isEqualTo(Location.line("a.csv", 3));
    assertThat(records.get(2).fields())
        .containsEntry("id", "1-2013-03-03")
        .containsEntry("kind", "inspection")
        .containsEntry("subject", "1")
        .containsEntry("at", "2013-03-03")
        .containsEntry("attributes", Map.of("score", new BigDecimal("-1"), "postedGrade", "P"));
  }

  @Test
  void whatIsEmptyIsAbsent() throws IOException {
    read(HEADER + "1,,,,,,2014-03-03,,\n");

    assertThat(records.get(0).fields()).doesNotContainKey("location");
    assertThat(records.get(1).fields().get("attributes").toString())
        .isEqualTo("{score=null, postedGrade=null}");
  }

  @Test
  void aBadRowIsOneIssueAndReadingGoesOn() throws IOException {
    read(
        HEADER + "1,Queens\n" + ROW.replace(",2\n", ",two\n") + ROW + ROW.replace("40.7", "north"));

    assertThat(issues)
        .extracting(issue -> issue.code() + " " + issue.location().line())
        .containsExactly("FS-NYC-0001 2", "FS-NYC-0002 3", "FS-NYC-0002 5");
    assertThat(records).hasSize(2);
  }

  @Test
  void aRowInAnotherEncodingIsOneIssue() throws IOException {
    read((HEADER + ROW.replace("Queens", "Qu\u00e9ens") + ROW).getBytes(ISO_8859_1));

    assertThat(issues).extracting(Issue::code).containsExactly("FS-NYC-0004");
    assertThat(records).hasSize(2);
  }

  @Test
  void knowsItsHeaderOnly() {
    NewYorkInspections format = new NewYorkInspections();

    assertThat(format.sniff((HEADER + ROW).getBytes(UTF_8))).isTrue();
    assertThat(format.sniff(("\uFEFF" + HEADER).getBytes(UTF_8))).isTrue();
    assertThat(format.sniff(ROW.getBytes(UTF_8))).isFalse();
    assertThat(format.sniff(new byte[0])).isFalse();
  }

  @Test
  void thePluginOffersTheFormat() {
    assertThat(new NewYorkPlugin().recordFormats())
        .singleElement()
        .extracting(format -> format.name())
        .isEqualTo("nyc-inspections");
  }

  private void read(String text) throws IOException {
    read(text.getBytes(UTF_8));
  }

  private void read(byte[] bytes) throws IOException {
    new NewYorkInspections()
        .read(
            new ByteArrayInputStream(bytes),
            "a.csv",
            new RecordSink() {
              @Override
              public void accept(DataRecord record) {
                records.add(record);
              }

              @Override
              public void reject(Issue issue) {
                issues.add(issue);
              }
            });
  }
}
