package io.foodsafety.runtime.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.match.EntityMatcher;
import io.foodsafety.match.Match;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.RecordEncoder;
import io.foodsafety.runtime.internal.RecordedCalls.Call;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.subject.IdentityAct;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.SearchResult;
import io.foodsafety.subject.SubjectSearch;
import io.foodsafety.subject.SubjectService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The register of businesses, kept in a storage. */
final class DefaultSubjectService implements SubjectService {

  private static final int LAST_YEAR = 9999;

  private final Storage storage;
  private final RecordIntake intake;
  private final Recorder recorder;

  private final Relations relations;
  private final IdentityActs identities;

  DefaultSubjectService(
      Storage storage,
      RecordIntake intake,
      Recorder recorder,
      Relations relations,
      IdentityActs identities) {
    this.storage = storage;
    this.intake = intake;
    this.recorder = recorder;
    this.relations = relations;
    this.identities = identities;
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
        .read(view -> view.get(CitySchema.SUBJECTS, new Identities(view).leading(id)))
        .map(document -> intake.stored().subject(document));
  }

  @Override
  public Optional<Subject> findRecorded(String id) {
    return storage
        .read(view -> view.get(CitySchema.SUBJECTS, id))
        .map(document -> intake.stored().subject(document));
  }

  @Override
  public Stream<Subject> list() {
    return PagedStream.of(
        storage,
        Query.of(CitySchema.SUBJECTS),
        (view, page) -> {
          Set<String> absorbed =
              new Identities(view).absorbed(page.documents().stream().map(Document::id).toList());
          return page.documents().stream()
              .filter(document -> !absorbed.contains(document.id()))
              .map(intake.stored()::subject)
              .toList();
        });
  }

  @Override
  public SearchResult search(SubjectSearch search) {
    return storage.read(view -> new SubjectSearching(view, intake.stored()).search(search));
  }

  @Override
  public List<Match> candidates(Subject subject, EntityMatcher matcher) {
    return storage.read(
        view -> new SubjectSearching(view, intake.stored()).candidates(subject, matcher));
  }

  @Override
  public RecordingResult relate(Relation relation) {
    return relations.relate(relation);
  }

  @Override
  public RecordingResult unrelate(Relation relation, String reason) {
    return relations.unrelate(relation, checked(reason));
  }

  @Override
  public List<Relation> relations(String id) {
    return relations.of(id);
  }

  @Override
  public RecordingResult merge(String keep, String absorb, String reason) {
    SubjectRef.business(keep);
    SubjectRef.business(absorb);
    return identities.merge(keep, absorb, checked(reason));
  }

  @Override
  public RecordingResult split(String absorbed, String reason) {
    return identities.split(absorbed, checked(reason));
  }

  private static String checked(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("The reason must not be blank.");
    }
    return reason;
  }

  @Override
  public String leadingId(String id) {
    return leadingId(id, Instant.MAX);
  }

  @Override
  public String leadingId(String id, Instant knownBefore) {
    return storage.read(view -> new Identities(view, knownBefore).leading(id));
  }

  @Override
  public List<String> allIds(String id) {
    return storage.read(view -> new Identities(view).family(id));
  }

  @Override
  public List<IdentityAct> identityActs(String id) {
    return storage.read(view -> IdentityActs.about(view, id));
  }
}
