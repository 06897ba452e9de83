package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.record.Decoded.SubjectRecord;
import io.foodsafety.record.Dossier;
import io.foodsafety.record.DossierSort;
import io.foodsafety.record.Dossiers;
import io.foodsafety.record.ImportCounts;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.PlainSubject;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.record.RecordSource;
import io.foodsafety.subject.SubjectService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random records of few businesses: the register, filled by calls or by an import, and the sort
 * make of them what the plain model makes.
 */
class SubjectModelTest {

  private static final int ROUNDS = 40;

  @TempDir Path folder;

  private Random random = new Random();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyWayInGivesWhatThePlainModelGives(long seed) throws IOException {
    random = new Random(seed);
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    for (int round = 0; round < ROUNDS; round++) {
      String name = "seed %d, round %d".formatted(seed, round);
      List<SubjectRecord> records = records();
      Map<String, PlainSubject> model = new TreeMap<>();
      List<Outcome> outcomes = records.stream().map(record -> add(model, record)).toList();
      outcomes.forEach(outcome -> seen.merge(outcome, 1, Integer::sum));
      Map<String, Subject> expected = subjects(model);

      assertThat(sorted(records)).as(name).isEqualTo(expected);
      try (FoodSafety city = city()) {
        assertThat(registered(city, records)).as(name).isEqualTo(outcomes);
        assertThat(listed(city)).as(name).isEqualTo(expected);
        assertThat(city.as(INSPECTOR).ledger().verify().isSound()).as(name).isTrue();
      }
      try (FoodSafety city = city()) {
        ImportCounts first = imported(city, records);
        assertThat(first).as(name).isEqualTo(counts(outcomes));
        assertThat(listed(city)).as(name).isEqualTo(expected);
      }
    }
    assertThat(seen).containsOnlyKeys(Outcome.values());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void whatIsImportedAgainChangesNothing(long seed) {
    random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String name = "seed %d, round %d".formatted(seed, round);
      List<SubjectRecord> records = records();
      Map<String, PlainSubject> model = new TreeMap<>();
      List<SubjectRecord> taken =
          records.stream().filter(record -> add(model, record) != Outcome.REFUSED).toList();
      try (FoodSafety city = city()) {
        imported(city, records);
        long entries = city.as(INSPECTOR).ledger().verify().entries();

        List<SubjectRecord> again = new ArrayList<>(taken);
        Collections.shuffle(again, random);

        assertThat(imported(city, again)).as(name).isEqualTo(new ImportCounts(0, taken.size(), 0));
        assertThat(listed(city)).as(name).isEqualTo(subjects(model));
        assertThat(city.as(INSPECTOR).ledger().verify().entries()).as(name).isEqualTo(entries);

        imported(city, records); // even if what was refused says by now what is known
        assertThat(listed(city)).as(name).isEqualTo(subjects(model));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void recordsOfDifferentDaysMayComeInAnyOrder(long seed) throws IOException {
    random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String name = "seed %d, round %d".formatted(seed, round);
      Set<List<Object>> days = new HashSet<>();
      List<SubjectRecord> records = new ArrayList<>(records());
      records.removeIf(record -> !days.add(List.of(record.subject().id(), record.validFrom())));
      Map<String, Subject> expected = sorted(records);

      Collections.shuffle(records, random);

      assertThat(sorted(records)).as(name).isEqualTo(expected);
      try (FoodSafety city = city()) {
        ImportCounts counts = imported(city, records);
        assertThat(counts).as(name).isEqualTo(new ImportCounts(records.size(), 0, 0));
        assertThat(listed(city)).as(name).isEqualTo(expected);
      }
    }
  }

  private static FoodSafety city() {
    return new ProbeStorage().city().clock(new SettableClock("2024-06-01T08:00:00Z")).build();
  }

  private static Outcome add(Map<String, PlainSubject> model, SubjectRecord record) {
    return model.computeIfAbsent(record.subject().id(), id -> new PlainSubject()).add(record);
  }

  private static Map<String, Subject> subjects(Map<String, PlainSubject> model) {
    Map<String, Subject> subjects = new TreeMap<>();
    model.forEach((id, plain) -> subjects.put(id, plain.subject()));
    return subjects;
  }

  private Map<String, Subject> sorted(List<SubjectRecord> records) throws IOException {
    Map<String, Subject> subjects = new TreeMap<>();
    try (DossierSort sort = DossierSort.of(folder, 1 << 20)) {
      for (SubjectRecord record : records) {
        sort.add(record, Location.unknown());
      }
      try (Dossiers dossiers = sort.dossiers(issue -> {})) {
        while (dossiers.hasNext()) {
          Dossier dossier = dossiers.next();
          subjects.put(dossier.subjectId(), dossier.subject().orElseThrow());
        }
      }
    }
    return subjects;
  }

  private static List<Outcome> registered(FoodSafety city, List<SubjectRecord> records) {
    SubjectService service = city.as(INSPECTOR).subjects();
    return records.stream()
        .map(
            record ->
                record
                    .validFrom()
                    .map(day -> service.register(record.subject(), day))
                    .orElseGet(() -> service.register(record.subject())))
        .map(RecordingResult::outcome)
        .toList();
  }

  private ImportCounts imported(FoodSafety city, List<SubjectRecord> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (SubjectRecord record : records) {
      Map<String, Object> fields = new TreeMap<>(RecordEncoder.encode(record.subject()).fields());
      fields.put("type", RecordEncoder.SUBJECT);
      record.validFrom().ifPresent(day -> fields.put("validFrom", day.toString()));
      lines.writeBytes(CanonicalJson.write(fields));
      lines.write('\n');
    }
    RecordSource source =
        RecordSource.of("a", () -> new ByteArrayInputStream(lines.toByteArray()))
            .withFormat("ndjson");
    ImportOptions options = new ImportOptions(2, 1 + random.nextInt(6));
    return city.as(INSPECTOR)
        .records()
        .importFrom(List.of(source), options, new ImportListener() {})
        .total();
  }

  private static ImportCounts counts(List<Outcome> outcomes) {
    return new ImportCounts(
        Collections.frequency(outcomes, Outcome.RECORDED),
        Collections.frequency(outcomes, Outcome.ALREADY_KNOWN),
        Collections.frequency(outcomes, Outcome.REFUSED));
  }

  private static Map<String, Subject> listed(FoodSafety city) {
    Map<String, Subject> subjects = new TreeMap<>();
    city.as(INSPECTOR).subjects().list().forEach(each -> subjects.put(each.id(), each));
    return subjects;
  }

  private List<SubjectRecord> records() {
    List<SubjectRecord> records = new ArrayList<>();
    for (int left = 1 + random.nextInt(25); left > 0; left--) {
      records.add(
          !records.isEmpty() && random.nextInt(4) == 0
              ? records.get(random.nextInt(records.size()))
              : new SubjectRecord(
                  subject(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(day())));
    }
    return records;
  }

  private Subject subject() {
    Subject.Builder subject = Subject.builder("S" + random.nextInt(3), "Name " + random.nextInt(2));
    if (random.nextInt(3) == 0) {
      subject.segment(random.nextBoolean() ? "catering" : "sales");
    }
    if (random.nextInt(4) == 0) {
      subject.division(DivisionCode.of("360102")).licence(Licence.of("L" + random.nextInt(2)));
    }
    for (int left = random.nextInt(3); left > 0; left--) {
      String attribute = random.nextBoolean() ? "areaM2" : "seats";
      if (random.nextBoolean()) {
        subject.attribute(attribute, value());
      }
      if (random.nextInt(3) == 0) {
        subject.attribute(attribute, value(), day());
      }
    }
    return subject.build();
  }

  private AttributeValue value() {
    return AttributeValue.decimal(random.nextInt(3));
  }

  private LocalDate day() {
    return LocalDate.of(2024, 5, 1).plusDays(random.nextInt(4));
  }
}
