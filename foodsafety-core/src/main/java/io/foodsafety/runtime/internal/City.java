package io.foodsafety.runtime.internal;

import io.foodsafety.access.SealedAttributeService;
import io.foodsafety.archive.ArchiveHeader;
import io.foodsafety.document.DocumentService;
import io.foodsafety.document.internal.DefaultDocumentService;
import io.foodsafety.dossier.DossierService;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactService;
import io.foodsafety.form.FormService;
import io.foodsafety.ledger.LedgerService;
import io.foodsafety.ledger.internal.Journal;
import io.foodsafety.ledger.internal.LedgerDigest;
import io.foodsafety.ledger.internal.StoredLedger;
import io.foodsafety.message.MessageService;
import io.foodsafety.message.RelayReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.notification.NotificationReport;
import io.foodsafety.notification.NotificationService;
import io.foodsafety.record.RecordService;
import io.foodsafety.region.Region;
import io.foodsafety.report.ReportService;
import io.foodsafety.report.internal.DefaultReportService;
import io.foodsafety.report.internal.RiskReportMaker;
import io.foodsafety.risk.RiskService;
import io.foodsafety.runtime.AdvanceReport;
import io.foodsafety.spi.crypto.KeyRing;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.subject.RelationKind;
import io.foodsafety.subject.SubjectService;
import io.foodsafety.trace.TraceService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the services of a city share. Safe for use by many threads. */
public final class City implements AutoCloseable {

  private final Storage storage;
  private final Messaging messaging;
  private final MessageService messages;
  private final CityChannels channels;
  private final Notifier notifier;
  private final CityCrypto crypto;
  private final CityPolicies policies;
  private final CityForms forms;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<String, RecordFormat> formats;
  private final Journal journal;
  private final RecordIntake intake;
  private final LedgerService ledger;
  private final Advance advance;
  private final StoredTrace storedTrace;
  private final TraceProjection projection;
  private final Map<String, ReportRenderer> renderers;
  private final Map<String, DocumentRenderer> documentRenderers;

  City(
      Storage storage,
      Messaging messaging,
      Optional<Publishing> publishing,
      CityChannels channels,
      CityCrypto crypto,
      CityPolicies policies,
      CityForms forms,
      Clock clock,
      ZoneId zone,
      Map<String, RecordFormat> formats,
      Map<String, ReportRenderer> renderers,
      Map<String, DocumentRenderer> documentRenderers,
      Optional<Path> traceFolder) {
    this.storage = storage;
    this.messaging = messaging;
    this.messages = new DefaultMessageService(storage, messaging);
    this.crypto = crypto;
    LedgerDigest digest = crypto.digest();
    this.policies = policies;
    this.forms = forms;
    this.clock = clock;
    this.zone = zone;
    this.formats = Map.copyOf(formats);
    this.journal = new Journal(storage, clock, digest, CityEvents.of(publishing));
    this.channels = channels;
    this.notifier = new Notifier(storage, journal, channels, Notifier.LEASE_DURATION);
    this.intake = new RecordIntake(forms.catalogue(), clock, zone, crypto.sealing());
    this.ledger = new StoredLedger(storage, digest, CitySchema.journaled(), clock);
    this.storedTrace = new StoredTrace(storage, intake.stored());
    this.projection =
        new TraceProjection(
            storedTrace,
            () -> FindingFacts.recordedTo(storage),
            zone,
            traceFolder.flatMap(TraceSnapshots::in));
    this.advance =
        new Advance(
            storage,
            digest,
            new FindingFacts(storage, journal, intake.stored(), projection, clock, zone),
            new GradeFacts(
                storage,
                journal,
                intake.stored(),
                clock,
                policies.recorded(),
                GradeFacts.AT_ONCE,
                GradeFacts.LIMIT));
    this.renderers = Map.copyOf(renderers);
    this.documentRenderers = Map.copyOf(documentRenderers);
  }

  /** {@return the register of businesses, on behalf of an actor} */
  public SubjectService subjects(Actor actor) {
    return new DefaultSubjectService(
        storage,
        intake,
        new Recorder(journal, actor),
        new Relations(journal, actor, clock, relationKinds()),
        new IdentityActs(journal, actor, clock));
  }

  /** The kinds in the box, and those of the region's table. */
  private Set<String> relationKinds() {
    Set<String> kinds = new TreeSet<>();
    RelationKind.standard().forEach(kind -> kinds.add(kind.code()));
    policies
        .region()
        .flatMap(region -> region.table("relation-kinds", LocalDate.MAX))
        .ifPresent(table -> table.rows().forEach(row -> row.text("code").ifPresent(kinds::add)));
    return kinds;
  }

  /** {@return facts and withdrawals, on behalf of an actor} */
  public FactService facts(Actor actor) {
    return new DefaultFactService(storage, intake, new Recorder(journal, actor));
  }

  /** {@return sealed attributes, on behalf of an actor} */
  public SealedAttributeService sealedAttributes(Actor actor) {
    return new DefaultSealedAttributeService(journal, actor, intake.stored(), crypto, clock);
  }

  /** {@return forms and their submissions, on behalf of an actor} */
  public FormService forms(Actor actor) {
    return new DefaultFormService(journal, actor, intake, forms, clock, zone);
  }

  /** {@return trace events, on behalf of an actor} */
  public TraceService trace(Actor actor) {
    return new DefaultTraceService(storedTrace, projection, intake, new Recorder(journal, actor));
  }

  /** {@return imports, on behalf of an actor} */
  public RecordService records(Actor actor) {
    return new DefaultRecordService(
        formats,
        intake,
        () -> new Recorder(journal, actor),
        projection::touch,
        () -> advance.sealOrWait(clock.instant()));
  }

  /** {@return grading from what these services read} */
  public RiskService risk(SubjectService subjects, FactService facts) {
    return new DefaultRiskService(policies.policies(), subjects, facts, clock);
  }

  /** {@return dossiers from what these services read} */
  public DossierService dossiers(
      SubjectService subjects, FactService facts, FormService forms, RiskService risk) {
    return new DefaultDossierService(subjects, facts, forms, risk);
  }

  /** {@return reports on what these services read} */
  public ReportService reports(SubjectService subjects, FactService facts) {
    return new DefaultReportService(
        renderers,
        new RiskReportMaker(policies.region(), policies.policies(), subjects, facts, clock));
  }

  /** {@return official documents from what these services read} */
  public DocumentService documents(SubjectService subjects, FormService forms) {
    return new DefaultDocumentService(
        region().map(Region::documents).orElse(List.of()),
        (key, locale) -> region().map(known -> known.text(key, locale)).orElse(key),
        documentRenderers,
        subjects,
        forms,
        zone);
  }

  /** {@return the ledger} */
  public LedgerService ledger() {
    return ledger;
  }

  /** {@return notifications, on behalf of an actor} */
  public NotificationService notifications(Actor actor) {
    return new DefaultNotificationService(
        storage, journal, actor, channels.channels().keySet(), clock);
  }

  /** Writes everything that is stored to a file. */
  public ArchiveHeader exportTo(Path file) {
    return new CityArchive(storage, crypto.digest(), clock).export(file, zone);
  }

  /** {@return messages between systems} */
  public MessageService messages() {
    return messages;
  }

  /**
   * Does what is due; messages last, so that what was recorded is sent, too, and no seal waits for
   * what is outside. What is owed to others does not depend on whether the rest could be done.
   */
  public AdvanceReport advance(Instant now) {
    projection.touch();
    Attempts attempts = new Attempts();
    Optional<AdvanceReport> done = attempts.attempt(() -> advance.advance(now));
    Optional<NotificationReport> notified = attempts.attempt(() -> notifier.advance(now));
    Optional<RelayReport> relayed = attempts.attempt(messages::relay);
    attempts.rethrow();
    return done.orElseThrow()
        .withNotified(notified.orElseThrow())
        .withRelayed(relayed.orElseThrow());
  }

  /** {@return the kinds of fact and attributes of subjects that may be recorded} */
  public FactCatalogue catalogue() {
    return forms.catalogue();
  }

  /** {@return the region, if there is one} */
  public Optional<Region> region() {
    return policies.region();
  }

  /** {@return the zone of the city's days} */
  public ZoneId zone() {
    return zone;
  }

  /** Handlers may use the storage, so they end first. */
  @Override
  public void close() {
    try (storage;
        projection;
        channels) {
      messaging.close();
    } finally {
      crypto.sealing().keys().ifPresent(KeyRing::close);
    }
  }
}
