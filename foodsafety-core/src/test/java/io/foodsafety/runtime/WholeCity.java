package io.foodsafety.runtime;

import static io.foodsafety.runtime.Samples.INSPECTOR;
import static io.foodsafety.runtime.Samples.inspections;
import static io.foodsafety.runtime.Samples.sample;
import static io.foodsafety.runtime.Samples.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.form.FormFixture;
import io.foodsafety.message.EventType;
import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.notification.ContactStage;
import io.foodsafety.notification.Notification;
import io.foodsafety.notification.RecipientList;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.WriteTransaction;
import io.foodsafety.subject.Relation;
import io.foodsafety.subject.RelationKind;
import io.foodsafety.text.LocalText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A city that stores something in every collection and log. */
final class WholeCity {

  static final String REPORTER = "Zhang San 13900000000";

  private static final Audience INSPECTORS =
      Audience.of("inspector", SubjectRef.of(SubjectType.DIVISION, "360102"));

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final Path keys;
  private final Path folder;

  /** A city whose keys are in a file that is there. */
  WholeCity(Path keys) {
    this.keys = keys;
    this.folder = keys.toAbsolutePath().getParent();
  }

  FoodSafety open(FoodSafetyBuilder builder) {
    return builder
        .clock(clock)
        .zone(FormFixture.ZONE)
        .form(FormFixture.FORM)
        .policy(GradePolicies.thirtyDays(folder))
        .recordGradesOf(GradePolicies.ID)
        .keys("file", Map.of("file", keys.toString()))
        .sealedAccess((actor, fact, attribute) -> true)
        .channel("log", Map.of())
        .recipients(RecipientList.empty().with(Recipient.of("P1"), INSPECTORS))
        .publishing(
            Topic.of("city-events"),
            EventType.FACT_RECORDED,
            EventType.FACT_WITHDRAWN,
            EventType.SUBJECT_CHANGED,
            EventType.TRACE_CAPTURED)
        .build();
  }

  SettableClock clock() {
    return clock;
  }

  void fill(FoodSafety city, Storage raw) {
    Session office = city.as(INSPECTOR);
    register(office);
    office.facts().recordAll(inspections(30).toList());
    recorded(office.facts().record(sample("sample 样品/1", "2024-05-03T10:00:00+08:00")));
    recorded(office.facts().withdraw(withdrawal("W1", "F1", "2024-05-20")));
    recorded(office.facts().withdraw(withdrawal("W2", "sample 样品/1", "2024-05-21")));
    recorded(office.forms().submit(FormFixture.clean("V1", "2024-05-02").build()));
    recorded(office.forms().submit(FormFixture.clean("V2", "2024-05-09").build()));
    recorded(office.forms().withdraw("V2", "a mistake"));
    recorded(office.facts().record(complaint()));
    office.sealedAttributes().look("C1", "call back");
    trace(office);
    recorded(office.notifications().send(notification()));
    city.advance(clock.instant());
    raw.write(WholeCity::refuseAMessage);
    raw.write(WholeCity::letANoticeWait);
    office.facts().record(Samples.inspection("unsealed", "2024-05-30", 99));
  }

  private static void recorded(RecordingResult result) {
    assertThat(result.outcome()).isEqualTo(RecordingResult.Outcome.RECORDED);
  }

  private static void register(Session office) {
    recorded(office.subjects().register(FormFixture.business("restaurant")));
    recorded(
        office
            .subjects()
            .register(
                Subject.builder("S2", "南昌市东湖区某某食品厂\uD83D\uDE00 \"\\/")
                    .division(DivisionCode.of("360102"))
                    .attribute("areaM2", AttributeValue.decimal(80))
                    .build(),
                LocalDate.of(2024, 1, 1)));
    recorded(office.subjects().register(Samples.restaurant("S2", 120), LocalDate.of(2024, 3, 1)));
    recorded(office.subjects().register(Samples.restaurant("S3", 50)));
    recorded(office.subjects().register(Samples.restaurant("S4", 50)));
    recorded(office.subjects().relate(Relation.of(RelationKind.MARKET_STALL, "S2", "S1")));
    recorded(office.subjects().merge("S3", "S4", "one licence"));
  }

  private static Fact complaint() {
    return Fact.builder("C1", "complaint", SubjectRef.business("S1"), Moment.parse("2024-05-02"))
        .attribute("channel", AttributeValue.code("hotline"))
        .attribute("reporter", AttributeValue.string(REPORTER))
        .build();
  }

  private static void trace(Session office) {
    List<RecordingResult> captured =
        office
            .trace()
            .captureAll(
                List.of(
                    new TraceEvent.Create("E1", at("2024-05"), "S2", List.of(TraceItem.lot("L1"))),
                    new TraceEvent.Receive(
                        "E2",
                        at("2024-05-03"),
                        Optional.of("S2"),
                        "S1",
                        Optional.empty(),
                        List.of(TraceItem.lot("L1"))),
                    new TraceEvent.Create(
                        "E3", Optional.empty(), "S1", List.of(TraceItem.lot("L2")))));
    captured.forEach(WholeCity::recorded);
  }

  private static Optional<EventTime> at(String text) {
    return Optional.of(EventTime.parse(text));
  }

  private static Notification notification() {
    LocalText text = new LocalText("请核查。", "Please look into it.");
    ContactStage stage = ContactStage.of(INSPECTORS).remindAfter(Duration.ofHours(4));
    return Notification.of("N1", text, text, List.of(stage)).through(List.of("log"));
  }

  /** As the notifier does after a failure. */
  private static boolean letANoticeWait(WriteTransaction transaction) {
    String body =
        "{\"attempts\":1,\"at\":\"2024-06-01T09:00:00Z\",\"channel\":\"log\",\"notification\":\"N1\","
            + "\"occasion\":\"first\",\"reason\":\"busy\",\"recipient\":\"P1\",\"stage\":0,"
            + "\"state\":\"waiting\"}";
    transaction.put(
        DocumentWrite.insert(
            "notices",
            "N1/waiting",
            body.getBytes(StandardCharsets.UTF_8),
            Map.of(
                "notification", List.of("N1"), "due", List.of("2024-06-01T09:00:00.000000000Z"))));
    return true;
  }

  /** As the relay does; its bytes are no text. */
  private static boolean refuseAMessage(WriteTransaction transaction) {
    transaction.put(
        DocumentWrite.insert(
            "unsent", "0000000000000000002", new byte[] {'{', '}', '\n', -1, 0}, Map.of()));
    return true;
  }
}
