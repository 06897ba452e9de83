package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.S1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.AcmePlugin;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Severity;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.ImportCounts;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordSource;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.spi.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordServiceTest {

  private static final ImportOptions SMALL = new ImportOptions(4, 10);

  private final ProbeStorage storage = new ProbeStorage();
  private final Heard heard = new Heard();
  private FoodSafety city;

  /** What a listener heard; it notices if it is called twice at once. */
  private static class Heard implements ImportListener {
    final List<String> stored = new ArrayList<>();
    final List<Issue> issues = new ArrayList<>();
    ImportCounts last = ImportCounts.NONE;

    @Override
    public void acknowledged(List<RecordId> records) {
      records.forEach(record -> stored.add(record.type() + " " + record.id()));
    }

    @Override
    public void reported(Issue issue) {
      issues.add(issue);
    }

    @Override
    public void progressed(ImportCounts soFar) {
      assertThat(soFar.total()).isGreaterThanOrEqualTo(last.total());
      last = soFar;
    }

    List<String> lines() {
      return issues.stream().map(issue -> issue.toLine(Locale.ENGLISH)).toList();
    }
  }

  @BeforeEach
  void setUp() {
    city = open();
  }

  private FoodSafety open() {
    return storage
        .city()
        .clock(new SettableClock("2024-06-01T08:00:00Z"))
        .plugin(new AcmePlugin())
        .build();
  }

  @AfterEach
  void tearDown() {
    city.close();
  }

  private ImportReport importFrom(RecordSource... sources) {
    heard.last = ImportCounts.NONE;
    return city.as(INSPECTOR).records().importFrom(List.of(sources), SMALL, heard);
  }

  private static RecordSource source(String name, String... lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return RecordSource.of(name, () -> new ByteArrayInputStream(bytes));
  }

  private static String fact(String id, int score) {
    return "{\"type\":\"fact\",\"id\":\"%s\",\"kind\":\"inspection\",\"subject\":\"S1\",\"at\":\"2024-05-02\",\"attributes\":{\"score\":%d}}"
        .formatted(id, score);
  }

  private static String withdrawal(String id, String target) {
    return "{\"type\":\"withdraw\",\"id\":\"%s\",\"target\":\"%s\",\"at\":\"2024-05-03\",\"reason\":\"appeal\"}"
        .formatted(id, target);
  }

  private static String subject(String id, int area) {
    return "{\"type\":\"subject\",\"id\":\"%s\",\"name\":\"N\",\"attributes\":{\"areaM2\":%d}}"
        .formatted(id, area);
  }

  @Test
  void storesSubjectsFactsAndWithdrawalsInAnyOrderAndSeals() {
    ImportReport report =
        importFrom(
            source("a", withdrawal("W1", "F1"), subject("S1", 480), withdrawal("W2", "F9")),
            source("b", fact("F1", 90), fact("F2", 80)));
    assertThat(report.byType())
        .containsEntry("fact", new ImportCounts(2, 0, 0))
        .containsEntry("subject", new ImportCounts(1, 0, 0))
        .containsEntry("withdraw", new ImportCounts(1, 0, 1))
        .hasSize(3);
    assertThat(report.sealed()).isTrue();
    assertThat(report.isClean()).isFalse();
    assertThat(report.recordsPerSecond()).isPositive();
    assertThat(heard.last).isEqualTo(new ImportCounts(4, 0, 1)).isEqualTo(report.total());
    assertThat(heard.stored)
        .containsExactlyInAnyOrder("fact F1", "fact F2", "subject S1", "withdraw W1");
    assertThat(heard.lines())
        .containsExactly(
            "a:3: FS-FACT-0103 The withdrawal (W2) names the fact (F9), which is not recorded. Record the fact first, or correct the target.");

    assertThat(
            city.as(INSPECTOR)
                .facts()
                .history(S1)
                .counting(AsOf.date(LocalDate.of(2024, 5, 31)), ZoneOffset.UTC))
        .extracting(Fact::id)
        .containsExactly("F2");
    LedgerReport ledger = city.as(INSPECTOR).ledger().verify();
    assertThat(ledger.isSound()).isTrue();
    assertThat(ledger.unsealed()).isZero();
  }

  @Test
  void aSecondImportFindsEverythingKnown() {
    RecordSource source = source("a", subject("S1", 480), fact("F1", 90), withdrawal("W1", "F1"));
    importFrom(source);
    ImportReport again = importFrom(source);
    assertThat(again.total()).isEqualTo(new ImportCounts(0, 3, 0));
    assertThat(again.isClean()).isTrue();
    assertThat(heard.stored).hasSize(6);
  }

  @Test
  void aBadLineIsRejectedWithItsPlaceAndTheRestIsStored() {
    ImportReport report =
        importFrom(
            source(
                "a",
                fact("F1", 90),
                "{\"type\":\"fact\",",
                fact("F2", 80).replace("inspection", "inspektion").replace("2024-05-02", "May"),
                "{\"type\":\"fakt\",\"id\":\"F3\"}",
                "{\"type\":\"withdraw\",\"id\":\"W1\"}",
                fact("F1", 91),
                fact("F4", 70)));
    assertThat(heard.stored).containsExactlyInAnyOrder("fact F1", "fact F4");
    assertThat(heard.lines())
        .anySatisfy(line -> assertThat(line).startsWith("a:2: FS-REC-0003 "))
        .anySatisfy(line -> assertThat(line).startsWith("a:3 /kind: FS-REC-0120 "))
        .anySatisfy(line -> assertThat(line).startsWith("a:3 /at: FS-REC-01"))
        .anySatisfy(line -> assertThat(line).startsWith("a:4 /type: FS-REC-0101 "))
        .anySatisfy(line -> assertThat(line).startsWith("a:5 /at: FS-REC-0103 "))
        .anySatisfy(line -> assertThat(line).startsWith("a:6: FS-FACT-0101 "));
    assertThat(report.byType())
        .containsEntry(ImportReport.UNREADABLE, new ImportCounts(0, 0, 1))
        .containsEntry("fact", new ImportCounts(2, 0, 2))
        .containsEntry("fakt", new ImportCounts(0, 0, 1))
        .containsEntry("withdraw", new ImportCounts(0, 0, 1));
    assertThat(report.unreadSources()).isZero();
  }

  @Test
  void manyRecordsOfManyWritersAreAllStoredOnce() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      lines.add(fact("F" + i, i % 100));
      if (i % 2 == 0) {
        lines.add(withdrawal("W" + i, "F" + (2_999 - i)));
      }
    }
    ImportReport report = importFrom(source("a", lines.toArray(String[]::new)));
    assertThat(report.total()).isEqualTo(new ImportCounts(4_500, 0, 0));
    assertThat(heard.stored).hasSize(4_500).doesNotHaveDuplicates();
    assertThat(city.as(INSPECTOR).facts().list(FactQuery.all())).hasSize(3_000);
    LocalDate date = LocalDate.of(2024, 5, 31);
    assertThat(city.as(INSPECTOR).facts().list(FactQuery.all().countingOn(date, ZoneOffset.UTC)))
        .hasSize(1_500);
    assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
  }

  @Test
  void ofRecordsWithOneIdTheFirstInTheSourceWins() {
    String[] lines =
        IntStream.range(0, 200)
            .mapToObj(i -> fact("F" + i % 20, i < 20 ? i : 99))
            .toArray(String[]::new);
    ImportReport report = importFrom(source("a", lines));
    assertThat(report.total()).isEqualTo(new ImportCounts(20, 0, 180));
    assertThat(city.as(INSPECTOR).facts().get("F7").findAttribute("score").orElseThrow())
        .hasToString(io.foodsafety.model.fact.AttributeValue.decimal(7).toString());
  }

  @Test
  void changesOfOneSubjectAreAppliedInTheOrderOfTheSource() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 28; i++) {
      lines.add(
          "{\"type\":\"subject\",\"id\":\"S1\",\"name\":\"N%d\",\"validFrom\":\"2024-02-%02d\",\"attributes\":{\"areaM2\":%d}}"
              .formatted(i, i, i));
    }
    importFrom(source("a", lines.toArray(String[]::new)));
    assertThat(city.as(INSPECTOR).subjects().get("S1").name()).isEqualTo("N28");
    assertThat(city.as(INSPECTOR).subjects().get("S1").attributes().get("areaM2").values())
        .hasSize(28);
    assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
  }

  @Test
  void aSecondImportKnowsTheLineThatALaterOneChanged() {
    String change =
        subject("S1", 500).replace("\"N\",", "\"Renamed\",\"validFrom\":\"2024-05-01\",");
    RecordSource source = source("a", subject("S1", 480), change);
    assertThat(importFrom(source).total()).isEqualTo(new ImportCounts(2, 0, 0));
    Subject merged = city.as(INSPECTOR).subjects().get("S1");
    long entries = city.as(INSPECTOR).ledger().verify().entries();

    ImportReport again = importFrom(source);

    assertThat(again.total()).isEqualTo(new ImportCounts(0, 2, 0));
    assertThat(heard.issues).isEmpty();
    assertThat(heard.stored).containsOnly("subject S1").hasSize(4);
    assertThat(merged.name()).isEqualTo("Renamed");
    assertThat(city.as(INSPECTOR).subjects().get("S1")).isEqualTo(merged);
    assertThat(city.as(INSPECTOR).ledger().verify().entries()).isEqualTo(entries);
  }

  @Test
  void aSourceThatCannotBeReadDoesNotStopTheOthers() {
    byte[] good = (fact("F1", 1) + "\n").getBytes(StandardCharsets.UTF_8);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("cable pulled");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };
    ImportReport report =
        importFrom(
            RecordSource.of(Path.of("/no/such/file")),
            RecordSource.of(
                "half", () -> new SequenceInputStream(new ByteArrayInputStream(good), broken)),
            source("binary", "\u0000\u0001"),
            RecordSource.of("empty", InputStream::nullInputStream),
            source("blank", "", " "),
            source("named", fact("F2", 1)).withFormat("nbjson"),
            source("last", fact("F3", 1)));
    assertThat(report.unreadSources()).isEqualTo(4);
    assertThat(report.isClean()).isFalse();
    assertThat(heard.lines())
        .hasSize(4)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("/no/such/file: FS-IMPORT-0001 ")
                    .contains(NoSuchFileException.class.getSimpleName()))
        .anySatisfy(line -> assertThat(line).startsWith("half: FS-IMPORT-0001 ").contains("cable"))
        .anySatisfy(line -> assertThat(line).startsWith("binary: FS-IMPORT-0003 "))
        .anySatisfy(
            line -> assertThat(line).startsWith("named: FS-IMPORT-0002 ").contains("Maybe ndjson"));
    assertThat(heard.stored).contains("fact F3");
    assertThat(heard.issues).extracting(Issue::severity).containsOnly(Severity.ERROR);
  }

  @Test
  void aSourceWhoseOpenerFailsDoesNotStopTheOthers() {
    ImportReport report =
        importFrom(
            RecordSource.of(
                "a",
                () -> {
                  throw new IllegalStateException("no token");
                }),
            source("b", fact("F1", 1)));
    assertThat(heard.lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("a: FS-IMPORT-0001 ").contains("no token"));
    assertThat(report.unreadSources()).isEqualTo(1);
    assertThat(heard.stored).containsExactly("fact F1");
  }

  @Test
  void aPipeIsASource(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    Process mkfifo;
    try {
      mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    } catch (IOException e) {
      Assumptions.abort("There is no mkfifo here.");
      return;
    }
    Assumptions.assumeTrue(mkfifo.waitFor() == 0);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream out = new FileOutputStream(pipe.toFile())) {
                out.write((fact("F1", 1) + "\n").getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(importFrom(RecordSource.of(pipe)).total()).isEqualTo(new ImportCounts(1, 0, 0));
    writing.get(10, TimeUnit.SECONDS);
  }

  /** Claims everything, and fails in several ways. */
  private record Greedy(String name, Runnable failure) implements RecordFormat, FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("greedy", "1", SpiVersion.of(0, 1));
    }

    @Override
    public List<RecordFormat> recordFormats() {
      return List.of(this);
    }

    @Override
    public boolean sniff(byte[] head) {
      if (name.equals("blind")) {
        throw new IllegalStateException("no glasses");
      }
      return true;
    }

    @Override
    public void read(InputStream in, String source, RecordSink sink) {
      failure.run();
    }
  }

  private void openWith(Greedy format) {
    city.close();
    city = storage.city().plugin(format).build();
  }

  @Test
  void twoClaimsNeedAName() {
    openWith(new Greedy("greedy", () -> {}));
    ImportReport report =
        importFrom(
            source("both", fact("F1", 1)), source("named", fact("F2", 1)).withFormat("ndjson"));
    assertThat(heard.lines())
        .containsExactly(
            "both: FS-IMPORT-0004 Several formats claim the source (both): greedy, ndjson. Name the one it has.");
    assertThat(heard.stored).containsExactly("fact F2");
    assertThat(report.unreadSources()).isEqualTo(1);
  }

  @Test
  void aFormatThatFailsToLookIsNamedAndTheOthersAreAsked() {
    openWith(new Greedy("blind", () -> {}));
    ImportReport report = importFrom(source("a", fact("F1", 1)));
    assertThat(heard.lines())
        .hasSize(1)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("a: FS-IMPORT-0006 ")
                    .contains("(blind)", "no glasses"));
    assertThat(heard.stored).containsExactly("fact F1");
    assertThat(report.unreadSources()).isZero();
  }

  @Test
  void aFormatThatFailsIsAnIssue() {
    openWith(
        new Greedy(
            "greedy",
            () -> {
              throw new IllegalStateException("oops");
            }));
    importFrom(
        source("a", "x").withFormat("greedy"), source("b", fact("F2", 1)).withFormat("ndjson"));
    assertThat(heard.lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("a: FS-IMPORT-0005 ").contains("oops"));
    assertThat(heard.stored).containsExactly("fact F2");
  }

  private static String[] facts(int count) {
    return IntStream.range(0, count).mapToObj(i -> fact("F" + i, 1)).toArray(String[]::new);
  }

  @Test
  void aFailingStorageEndsTheImportAndWhatWasAcknowledgedIsStored() {
    storage.failAfter(12);
    assertThatThrownBy(() -> importFrom(source("a", facts(2_000))))
        .isInstanceOf(StorageException.class)
        .hasMessage("The disk is full.");
    storage.recover();
    List<String> kept =
        city.as(INSPECTOR).facts().list(FactQuery.all()).map(fact -> "fact " + fact.id()).toList();
    assertThat(kept).hasSize(120).containsExactlyInAnyOrderElementsOf(heard.stored);

    ImportReport rest = importFrom(source("a", facts(2_000)));
    assertThat(rest.total()).isEqualTo(new ImportCounts(1_880, 120, 0));
    assertThat(city.as(INSPECTOR).ledger().verify().isSound()).isTrue();
  }

  @Test
  void whatAListenerThrowsIsThrownOn() {
    for (String line : List.of(fact("F1", 1), "garbage", withdrawal("W1", "F1"))) {
      Heard failing =
          new Heard() {
            @Override
            public void acknowledged(List<RecordId> records) {
              throw new UnsupportedOperationException("pipe closed");
            }

            @Override
            public void reported(Issue issue) {
              throw new UnsupportedOperationException("pipe closed");
            }
          };
      RecordSource source = source("a", line, fact("F2", 1)).withFormat("ndjson");
      assertThatThrownBy(
              () -> city.as(INSPECTOR).records().importFrom(List.of(source), SMALL, failing))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("pipe closed");
    }
  }

  @Test
  void anInterruptEndsTheImport() {
    Heard interrupting =
        new Heard() {
          private final Thread reader = Thread.currentThread();

          @Override
          public void acknowledged(List<RecordId> records) {
            reader.interrupt();
          }
        };
    assertThatThrownBy(
            () ->
                city.as(INSPECTOR)
                    .records()
                    .importFrom(List.of(source("a", facts(5_000))), SMALL, interrupting))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void hugeRecordsMakeSmallBatches() {
    String reason = "x".repeat(9_000);
    String[] lines =
        IntStream.range(0, 600)
            .mapToObj(
                i ->
                    fact("F" + i, 1)
                        .replace("\"score\":1", "\"document\":\"%s\"".formatted(reason)))
            .toArray(String[]::new);
    ImportReport report =
        city.as(INSPECTOR)
            .records()
            .importFrom(List.of(source("a", lines)), new ImportOptions(1, 10_000), heard);
    assertThat(report.total().recorded()).isEqualTo(600);
  }

  @Test
  void noSourcesAreNoProblem() {
    assertThat(importFrom().total()).isEqualTo(ImportCounts.NONE);
    assertThat(
            List.of(1, 64).stream()
                .map(SMALL::withWriters)
                .map(options -> options.withBatchSize(1))
                .collect(Collectors.toList()))
        .hasSize(2);
    assertThatThrownBy(() -> SMALL.withWriters(0)).hasMessageContaining("between 1 and 64");
    assertThatThrownBy(() -> SMALL.withBatchSize(10_001))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
