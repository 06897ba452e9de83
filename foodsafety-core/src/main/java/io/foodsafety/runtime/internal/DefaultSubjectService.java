package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.runtime.internal.RecordedCalls.Call;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.subject.SubjectService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The register of businesses, kept in a storage. */
final class DefaultSubjectService implements SubjectService {

  private static final int LAST_YEAR = 9999;

  private final Storage storage;
  private final RecordIntake intake;
  private final Recorder recorder;

  DefaultSubjectService(Storage storage, RecordIntake intake, Recorder recorder) {
    this.storage = storage;
    this.intake = intake;
    this.recorder = recorder;
  }

  @Override
  public RecordingResult register(Subject subject) {
    return register(subject, Optional.empty());
  }

  @Override
  public RecordingResult register(Subject subject, LocalDate validFrom) {
    if (validFrom.getYear() < 1 || validFrom.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "The year of validFrom (%s) must lie between 1 and 9999.".formatted(validFrom));
    }
    return register(subject, Optional.of(validFrom));
  }

  private RecordingResult register(Subject subject, Optional<LocalDate> validFrom) {
    Call call = new Call(subject.id(), intake.take(RecordEncoder.encode(subject), validFrom));
    return RecordedCalls.record(recorder, List.of(call)).get(0);
  }

  @Override
  public Optional<Subject> find(String id) {
    return storage
        .read(view -> view.get(CitySchema.SUBJECTS, id))
        .map(document -> intake.stored().subject(document));
  }

  @Override
  public Stream<Subject> list() {
    return PagedStream.of(
        storage,
        Query.of(CitySchema.SUBJECTS),
        (view, page) -> page.documents().stream().map(intake.stored()::subject).toList());
  }
}
