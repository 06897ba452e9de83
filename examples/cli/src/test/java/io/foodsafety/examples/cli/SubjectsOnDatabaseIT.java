package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import io.foodsafety.subject.SubjectSearch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relations, search, merge and split on real databases, by several people at once. */
class SubjectsOnDatabaseIT {

  @TempDir private Path folder;

  @Test
  void onH2() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("city");
    register(url);
    check(url);
  }

  @Test
  void onPostgres() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setPGStartupWait(Duration.ofSeconds(60))
            .start()) {
      String url = "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
      register(url);
      check(url);
    }
  }

  /** What release 0.1.0 left: businesses without keys, and none of the later collections. */
  @Test
  void onAStorageOfRelease010() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("old");
    register(url);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        PreparedStatement formats =
            connection.prepareStatement("update fs_c_meta set body = ? where id = ?")) {
      for (String table :
          List.of("c_submissions", "c_relations", "c_identities", "c_subject_keys")) {
        statement.execute("drop table fs_" + table);
      }
      for (String table : List.of("relations", "identities", "subject_keys")) {
        statement.execute("drop table fs_i_" + table);
      }
      statement.execute(
          "delete from fs_collection where name in"
              + " ('submissions', 'relations', 'identities', 'subject_keys')");
      String old = "{\"facts\":1,\"ledger\":1,\"seals\":1,\"subjects\":1,\"withdrawals\":1}";
      formats.setBytes(1, old.getBytes(StandardCharsets.UTF_8));
      formats.setBytes(2, "formats".getBytes(StandardCharsets.UTF_8));
      assertThat(formats.executeUpdate()).isEqualTo(1);
    }
    search(url);
  }

  private static FoodSafety open(String url) {
    Map<String, String> settings =
        url.startsWith("jdbc:postgresql")
            ? Map.of("url", url, "user", "postgres", "password", "postgres")
            : Map.of("url", url);
    return FoodSafety.builder().storage("jdbc", settings).build();
  }

  private static void register(String url) {
    try (FoodSafety city = open(url)) {
      Session office = city.as(Actor.person("inspector-7"));
      for (int i = 0; i < 1_200; i++) {
        office
            .subjects()
            .register(
                Subject.builder("S" + i, "店" + (char) ('一' + i) + (char) ('万' + i) + "餐饮有限公司")
                    .licence(Licence.of("备-" + i))
                    .telephone("0791-8388" + (1_000 + i))
                    .build());
      }
    }
  }

  private static void search(String url) {
    try (FoodSafety city = open(url)) {
      Session office = city.as(Actor.person("inspector-7"));
      assertThat(found(office, SubjectSearch.byLicence("备 1199"))).containsExactly("S1199");
      assertThat(found(office, SubjectSearch.byTelephone("83881007"))).containsExactly("S7");
      String name = office.subjects().get("S800").name();
      assertThat(found(office, SubjectSearch.byName(name))).startsWith("S800");
      assertThat(found(office, SubjectSearch.byName(name.substring(1, 3)))).contains("S800");
    }
  }

  private static List<String> found(Session office, SubjectSearch search) {
    return office.subjects().search(search).hits().stream().map(hit -> hit.subject().id()).toList();
  }

  private static void check(String url) throws Exception {
    search(url);
    try (FoodSafety city = open(url)) {
      Session office = city.as(Actor.person("inspector-7"));
      Relation stall = Relation.of(RelationKind.MARKET_STALL, "S9", "S2");
      for (Outcome expected : List.of(Outcome.RECORDED, Outcome.ALREADY_KNOWN)) {
        assertThat(office.subjects().relate(stall).outcome()).isEqualTo(expected);
      }
      Moment day = Moment.parse("2024-05-02");
      for (int i = 1; i <= 4; i++) {
        SubjectRef ref = SubjectRef.business("S" + i);
        office.facts().record(Fact.builder("F" + i, "inspection", ref, day).build());
      }
      mergeAtOnce(office);
    }
    try (FoodSafety city = open(url)) {
      Session office = city.as(Actor.person("inspector-7"));
      List<String> ids = office.subjects().allIds("S1");
      assertThat(ids).containsExactlyInAnyOrder("S1", "S2", "S3", "S4");
      assertThat(office.facts().history(SubjectRef.business("S4")).facts()).hasSize(4);
      assertThat(office.subjects().list()).hasSize(1_197);
      assertThat(office.subjects().relations("S9"))
          .containsExactly(Relation.of(RelationKind.MARKET_STALL, "S9", ids.get(0)));
      String absorbed = ids.get(3);
      assertThat(office.subjects().split(absorbed, "two owners").outcome())
          .isEqualTo(Outcome.RECORDED);
      assertThat(office.dossiers().get(absorbed).history().facts()).isNotEmpty();
      city.advance(Instant.now());
      assertThat(office.ledger().verify().isSound()).isTrue();
    }
  }

  /** Four people merge four businesses in a circle: one of the merges must be refused. */
  private static void mergeAtOnce(Session office) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<RecordingResult>> calls = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        String keep = "S" + i;
        String absorb = "S" + (i % 4 + 1);
        calls.add(() -> office.subjects().merge(keep, absorb, "one licence"));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<RecordingResult> result : pool.invokeAll(calls)) {
        outcomes.add(result.get().outcome());
      }
      assertThat(outcomes)
          .containsExactlyInAnyOrder(
              Outcome.RECORDED, Outcome.RECORDED, Outcome.RECORDED, Outcome.REFUSED);
    } finally {
      pool.shutdownNow();
    }
  }
}
