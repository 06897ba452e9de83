package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S2;
import static io.foodsafety.runtime.Samples.inspection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.dossier.BusinessDossier;
import io.foodsafety.dossier.Net;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.grade.Grade;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierServiceTest {

  private static final AsOf JUNE = AsOf.date(LocalDate.of(2024, 6, 1));

  /** The score of a business is the number of its inspections. */
  private static final String POLICY =
      """
      {"policy": "p", "version": "1", "zone": "Asia/Shanghai",
       "scale": {"id": "risk", "better": "lower", "grades": ["A", "B"]},
       "dynamic": [{"item": "count", "basis": "test",
         "value": {"count": {"kind": "inspection"}}}],
       "bands": [{"grade": "A", "to": 1}, {"grade": "B", "above": 1}]}
      """;

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");

  @TempDir private Path folder;

  private FoodSafety open() throws IOException {
    return new ProbeStorage()
        .city()
        .clock(clock)
        .policy(Files.writeString(folder.resolve("p.json"), POLICY))
        .build();
  }

  @Test
  void showsEverythingOfAllItsIds() throws IOException {
    try (FoodSafety city = open()) {
      Session office = city.as(INSPECTOR);
      office.subjects().register(Subject.builder("S1", "福满楼").build());
      office.subjects().register(Subject.builder("S2", "福满搂").build());
      office.facts().record(inspection("F1", "2024-05-02", 3));
      Moment later = Moment.parse("2024-05-03");
      office.facts().record(Fact.builder("F2", "inspection", S2, later).build());
      office.facts().record(Fact.builder("F3", "complaint", S2, later).build());
      office.subjects().relate(Relation.of(RelationKind.MARKET_STALL, "M", "S2"));
      assertThat(office.risk().assess("p", "S1", JUNE).grade().map(Grade::label)).contains("A");

      clock.pass(Duration.ofHours(1));
      Instant before = clock.instant();
      office.subjects().merge("S1", "S2", "one licence");
      BusinessDossier dossier = office.dossiers().get("S2", "p", JUNE);

      assertThat(dossier.ids()).containsExactly("S1", "S2");
      assertThat(dossier.subject()).map(Subject::name).contains("福满楼");
      assertThat(dossier.identityActs()).hasSize(1);
      assertThat(dossier.relations())
          .containsExactly(Relation.of(RelationKind.MARKET_STALL, "M", "S1"));
      assertThat(dossier.factsByNet(JUNE, ZoneOffset.UTC).keySet())
          .extracting(Net::id)
          .containsExactly("inspection", "public");
      RiskAssessment assessment = dossier.assessment().orElseThrow();
      assertThat(assessment.subject()).isEqualTo("S1");
      assertThat(assessment.grade().map(Grade::label)).contains("B");
      assertThat(office.risk().assess("p", "S2", JUNE, before).grade().map(Grade::label))
          .contains("A");
      assertThat(dossier.toString()).isEqualTo("dossier of S1");
    }
  }

  @Test
  void ofNobodyIsEmpty() throws IOException {
    try (FoodSafety city = open()) {
      Session office = city.as(INSPECTOR);
      BusinessDossier nobody = office.dossiers().get("S9");
      assertThat(nobody.id()).isEqualTo("S9");
      assertThat(nobody.subject()).isEmpty();
      assertThat(nobody.history().facts()).isEmpty();
      assertThat(nobody.factsByNet(JUNE, ZoneOffset.UTC)).isEmpty();
      assertThatThrownBy(() -> office.dossiers().get("S9", "p", JUNE))
          .isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void everyStandardKindHasANet() {
    assertThat(FactCatalogue.standard().kinds())
        .extracting(FactKind::name)
        .allSatisfy(kind -> assertThat(Net.of(kind)).isNotEqualTo(Net.OTHER));
    assertThat(Net.of("of-some-city")).isEqualTo(Net.OTHER);
  }
}
