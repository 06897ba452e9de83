package io.foodsafety.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.notification.Dispatch.State;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.SettableClock;
import io.foodsafety.runtime.StartupException;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.spi.notification.Notice.Occasion;
import io.foodsafety.spi.notification.NoticeRefusedException;
import io.foodsafety.spi.notification.NotificationCapability;
import io.foodsafety.spi.notification.NotificationException;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.notification.RecipientDirectory;
import io.foodsafety.text.LocalText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told what and when, until somebody acknowledges. */
class NotificationServiceTest {

  private static final SubjectRef COUNTY = SubjectRef.of(SubjectType.DIVISION, "360102");
  private static final SubjectRef PREFECTURE = SubjectRef.of(SubjectType.DIVISION, "360100");
  private static final Actor DUTY = Actor.person("duty-officer");
  private static final LocalText TITLE = new LocalText("抽检不合格", "A sample failed");
  private static final LocalText TEXT = new LocalText("请核查。", "Please look into it.");

  private final SettableClock clock = new SettableClock("2024-06-01T08:00:00Z");
  private final ProbeStorage storage = new ProbeStorage();
  private final ProbeChannel sms = new ProbeChannel("sms", NotificationCapability.ADDRESSED);
  private final ProbeChannel paper = new ProbeChannel("paper");
  private RecipientDirectory directory =
      RecipientList.empty()
          .with(Recipient.of("P1").withAddress("sms", "+86-1"), Audience.of("inspector", COUNTY))
          .with(
              Recipient.of("P2").withAddress("sms", "+86-2").withLanguage(Locale.ENGLISH),
              Audience.of("inspector", COUNTY))
          .with(
              Recipient.of("P3").withAddress("sms", "+86-3"),
              Audience.of("head-of-office", PREFECTURE));
  private FoodSafety city;

  private FoodSafety open() {
    city =
        storage
            .city()
            .clock(clock)
            .plugin(sms)
            .plugin(paper)
            .channel("sms", Map.of())
            .channel("paper", Map.of())
            .recipients(
                new RecipientDirectory() {
                  @Override
                  public List<Recipient> list(Audience audience) {
                    return directory.list(audience);
                  }

                  @Override
                  public Optional<Recipient> find(String id) {
                    return directory.find(id);
                  }
                })
            .build();
    return city;
  }

  @AfterEach
  void close() {
    if (city != null) {
      city.close();
    }
  }

  private static Notification notification(String id) {
    return Notification.of(
            id,
            TITLE,
            TEXT,
            List.of(
                ContactStage.of(Audience.of("inspector", COUNTY))
                    .remindAfter(Duration.ofHours(4))
                    .escalateAfter(Duration.ofHours(24)),
                ContactStage.of(Audience.of("head-of-office", COUNTY))
                    .remindAfter(Duration.ofHours(2))))
        .about(SubjectRef.business("S1"))
        .through(List.of("sms"));
  }

  private NotificationService service() {
    return city.as(DUTY).notifications();
  }

  private NotificationReport advance() {
    return city.advance(clock.instant()).notified();
  }

  private static List<String> told(ProbeChannel channel) {
    return channel.delivered().stream()
        .map(each -> each.occasion() + " " + each.recipient() + " " + each.title())
        .toList();
  }

  private static List<String> codes(NotificationReport report) {
    return report.problems().stream().map(Issue::code).toList();
  }

  @Test
  void peopleAreToldRemindedAndPassedOverUntilSomebodyAcknowledges() {
    open();
    assertThat(service().send(notification("alert/17")).outcome()).isEqualTo(Outcome.RECORDED);
    assertThat(sms.delivered()).as("nothing leaves before the advance").isEmpty();

    assertThat(advance()).isEqualTo(new NotificationReport(1, 2, 0, 0, true, List.of()));
    assertThat(told(sms)).containsExactlyInAnyOrder("FIRST P1 抽检不合格", "FIRST P2 A sample failed");
    assertThat(advance()).isEqualTo(new NotificationReport(0, 0, 0, 0, true, List.of()));
    clock.pass(Duration.ofMinutes(239));
    assertThat(advance().steps()).isZero();
    clock.pass(Duration.ofMinutes(1));
    assertThat(advance().steps()).isEqualTo(1);
    assertThat(told(sms))
        .hasSize(4)
        .contains("REMINDER P1 提醒：抽检不合格", "REMINDER P2 Reminder: A sample failed");
    clock.pass(Duration.ofHours(20));
    advance();
    assertThat(told(sms)).hasSize(5).contains("ESCALATION P3 升级：抽检不合格");
    NotificationStatus status = service().find("alert/17").orElseThrow();
    assertThat(status.stage()).isEqualTo(2);
    assertThat(status.audience().role()).isEqualTo("head-of-office");
    assertThat(status.since()).isEqualTo(clock.instant());
    clock.pass(Duration.ofHours(2));
    advance();
    assertThat(told(sms)).hasSize(6).contains("REMINDER P3 提醒：抽检不合格");
    clock.pass(Duration.ofDays(100));
    assertThat(advance().steps()).as("there is no further step").isZero();
    assertThat(service().listOpen()).hasSize(1);
  }

  @Test
  void anAcknowledgementEndsItAndIsInTheLedger() {
    open();
    service().send(notification("alert/17"));
    advance();
    clock.pass(Duration.ofHours(1));
    Acknowledgement first =
        city.as(Actor.person("P2")).notifications().acknowledge("alert/17", "on my way").get();
    assertThat(first)
        .isEqualTo(
            new Acknowledgement(Actor.person("P2").toString(), clock.instant(), "on my way"));
    clock.pass(Duration.ofHours(1));
    assertThat(service().acknowledge("alert/17", "too late")).contains(first);
    assertThat(service().acknowledge("none", "")).isEmpty();
    assertThat(service().find("alert/17").orElseThrow().isOpen()).isFalse();
    assertThat(service().listOpen()).isEmpty();
    clock.pass(Duration.ofDays(100));
    assertThat(advance().steps()).isZero();
    assertThat(sms.delivered()).hasSize(2);
    city.advance(clock.instant());
    assertThat(city.as(DUTY).ledger().verify().isSound()).isTrue();
    assertThatThrownBy(() -> service().acknowledge("alert/17", "x".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sendingAgainIsKnownAndOtherContentIsRefused() {
    open();
    service().send(notification("alert/17"));
    advance();
    assertThat(service().send(notification("alert/17")).outcome()).isEqualTo(Outcome.ALREADY_KNOWN);
    RecordingResult other =
        service().send(notification("alert/17").about(SubjectRef.business("S2")));
    assertThat(other.issues().get(0).code()).isEqualTo("FS-NOTE-0006");
    RecordingResult lost = service().send(notification("x").through(List.of("smss")));
    assertThat(lost.issues().get(0).code()).isEqualTo("FS-NOTE-0005");
    assertThat(lost.issues().get(0).remedy(Locale.ENGLISH)).contains("sms");
    assertThat(advance().steps()).isZero();
  }

  @Test
  void withoutChannelsOfItsOwnItTakesAllAndSaysWhoHasNoAddress() {
    directory = RecipientList.empty().with(Recipient.of("P9"), Audience.of("inspector", COUNTY));
    open();
    service().send(notification("alert/17").through(List.of()));
    NotificationReport report = advance();
    assertThat(report.delivered()).isEqualTo(1);
    assertThat(report.failed()).isEqualTo(1);
    assertThat(codes(report)).containsExactly("FS-NOTE-0004");
    assertThat(told(paper)).containsExactly("FIRST P9 抽检不合格");
    assertThat(paper.delivered().get(0).about()).contains(SubjectRef.business("S1"));
    assertThat(sms.calls()).isZero();
    assertThat(service().dispatches("alert/17"))
        .extracting(Dispatch::channel, Dispatch::state, Dispatch::attempts)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("paper", State.DELIVERED, 1),
            org.assertj.core.groups.Tuple.tuple("sms", State.REFUSED, 0));
  }

  @Test
  void whatFailsIsTriedAgainAtGrowingIntervalsWithTheSameId() {
    open();
    paper.fail("P1", new NotificationException("The printer is out of paper."));
    service().send(notification("alert/17").through(List.of("paper")));
    NotificationReport report = advance();
    assertThat(report.delivered()).isEqualTo(1);
    assertThat(report.postponed()).isEqualTo(1);
    assertThat(codes(report)).containsExactly("FS-NOTE-0003");
    assertThat(report.problems().get(0).message(Locale.ENGLISH)).contains("out of paper");
    Dispatch waiting = dispatch("P1");
    assertThat(waiting.state()).isEqualTo(State.WAITING);
    assertThat(waiting.at()).isEqualTo(clock.instant().plusSeconds(60));
    clock.pass(Duration.ofSeconds(59));
    advance();
    assertThat(paper.calls()).isEqualTo(2);
    clock.pass(Duration.ofSeconds(1));
    advance();
    assertThat(dispatch("P1").at()).isEqualTo(clock.instant().plusSeconds(120));
    clock.pass(Duration.ofMinutes(2));
    paper.recover();
    assertThat(advance().delivered()).isEqualTo(1);
    assertThat(dispatch("P1").attempts()).isEqualTo(3);
    assertThat(dispatch("P1").notice()).isEqualTo(waiting.notice());
    assertThat(paper.delivered().stream().map(Notice::id)).contains(waiting.notice());
  }

  private Dispatch dispatch(String recipient) {
    return service().dispatches("alert/17").stream()
        .filter(each -> each.recipient().equals(recipient) && each.occasion() == Occasion.FIRST)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void afterTwoDaysItIsGivenUp() {
    open();
    paper.fail("P1", new NotificationException("The printer is out of paper."));
    Notification plain =
        Notification.of(
            "alert/17", TITLE, TEXT, List.of(ContactStage.of(Audience.of("inspector", COUNTY))));
    service().send(plain.through(List.of("paper")));
    java.time.Instant begin = clock.instant();
    long failed = 0;
    while (failed == 0) {
      failed = advance().failed();
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(Duration.between(begin, clock.instant()))
        .isBetween(Duration.ofHours(47), Duration.ofHours(50));
    assertThat(dispatch("P1").state()).isEqualTo(State.GIVEN_UP);
    assertThat(dispatch("P1").reason()).isEqualTo("The printer is out of paper.");
    int calls = paper.calls();
    clock.pass(Duration.ofDays(10));
    advance();
    assertThat(paper.calls()).isEqualTo(calls);
  }

  @Test
  void whatIsRefusedIsNotTriedAgainAndOthersAreTold() {
    open();
    paper.fail("P1", new NoticeRefusedException("Nobody lives there."));
    service().send(notification("alert/17").through(List.of("paper")));
    NotificationReport report = advance();
    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.delivered()).isEqualTo(1);
    assertThat(dispatch("P1").state()).isEqualTo(State.REFUSED);
    assertThat(dispatch("P1").reason()).isEqualTo("Nobody lives there.");
  }

  @Test
  void ofOtherExceptionsOnlyTheKindIsKept() {
    open();
    paper.fail("P1", new IllegalArgumentException("P1 lives in Bayi Road 7"));
    service().send(notification("alert/17").through(List.of("paper")));
    assertThat(advance().postponed()).isEqualTo(1);
    assertThat(dispatch("P1").reason()).isEqualTo("IllegalArgumentException");
  }

  @Test
  void aChannelThatIsDownIsLeftAloneAndHoldsUpNoOther() {
    open();
    sms.fail("", new NotificationException("No network."));
    for (int i = 0; i < 20; i++) {
      service().send(notification("alert/" + i).through(List.of()));
    }
    NotificationReport report = advance();
    assertThat(report.steps()).isEqualTo(20);
    assertThat(report.complete()).isFalse();
    assertThat(sms.calls()).isEqualTo(3);
    assertThat(paper.delivered()).hasSize(40);
    sms.recover();
    clock.pass(Duration.ofMinutes(1));
    assertThat(advance().complete()).isTrue();
    assertThat(sms.delivered()).hasSize(40);
    assertThat(sms.delivered().stream().map(Notice::id)).doesNotHaveDuplicates();
  }

  @Test
  void whatWasAcknowledgedMeanwhileIsNotSent() {
    open();
    paper.fail("", new NotificationException("The printer is out of paper."));
    service().send(notification("alert/17").through(List.of("paper")));
    advance();
    service().acknowledge("alert/17", "");
    paper.recover();
    clock.pass(Duration.ofMinutes(1));
    advance();
    assertThat(paper.delivered()).isEmpty();
    assertThat(service().dispatches("alert/17"))
        .extracting(Dispatch::state)
        .containsOnly(State.NOT_NEEDED);
  }

  @Test
  void whereNobodyIsTheNextStageIsToldAtOnceAndTheLastOneWaits() {
    RecipientDirectory full = directory;
    directory =
        RecipientList.empty()
            .with(
                Recipient.of("P3").withAddress("sms", "+86-3"),
                Audience.of("head-of-office", PREFECTURE));
    open();
    service().send(notification("alert/17"));
    NotificationReport report = advance();
    assertThat(codes(report)).containsExactly("FS-NOTE-0001");
    assertThat(told(sms)).containsExactly("ESCALATION P3 升级：抽检不合格");

    directory = RecipientList.empty();
    service().send(notification("alert/18"));
    assertThat(codes(advance())).containsExactly("FS-NOTE-0001", "FS-NOTE-0001");
    directory = full;
    advance();
    assertThat(told(sms)).hasSize(3).contains("FIRST P1 抽检不合格");
  }

  @Test
  void aDirectoryThatFailsIsAskedAgain() {
    RecipientDirectory full = directory;
    directory =
        new RecipientDirectory() {
          @Override
          public List<Recipient> list(Audience audience) {
            throw new IllegalStateException("No line to the personnel office.");
          }

          @Override
          public Optional<Recipient> find(String id) {
            throw new IllegalStateException("No line to the personnel office.");
          }
        };
    RecipientDirectory broken = directory;
    open();
    service().send(notification("alert/17"));
    assertThat(codes(advance())).containsExactly("FS-NOTE-0002");
    directory =
        new RecipientDirectory() {
          @Override
          public List<Recipient> list(Audience audience) {
            return full.list(audience);
          }

          @Override
          public Optional<Recipient> find(String id) {
            return broken.find(id);
          }
        };
    assertThat(advance().postponed()).isEqualTo(2);
    directory = RecipientList.empty().with(Recipient.of("P1").withAddress("sms", "+86-1"));
    clock.pass(Duration.ofMinutes(1));
    NotificationReport report = advance();
    assertThat(report.delivered()).isEqualTo(1);
    assertThat(report.failed()).as("P2 has left").isEqualTo(1);
    assertThat(dispatch("P2").reason()).contains("no such recipient");
  }

  @Test
  void itGoesOnAfterARestartAndClosesItsChannels() {
    open();
    service().send(notification("alert/17"));
    city.close();
    assertThat(sms.isClosed()).isTrue();
    open();
    assertThat(advance().delivered()).isEqualTo(2);
    assertThat(service().find("alert/17").orElseThrow().notification())
        .isEqualTo(notification("alert/17"));
  }

  @Test
  void whatIsWrongWithChannelsIsSaidAtTheStart() {
    assertThatThrownBy(
            () ->
                storage
                    .city()
                    .channel("webhok", Map.of())
                    .channel("webhook", Map.of("url", "https://gateway.example/?t=4711"))
                    .build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0023")
        .hasMessageContaining("webhook")
        .hasMessageContaining("FS-START-0013")
        .hasMessageNotContaining("4711");
    assertThatThrownBy(
            () ->
                storage
                    .city()
                    .channel(
                        "webhook",
                        Map.of(
                            "url",
                            "http://gateway.example/?t=4711",
                            "secret",
                            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                    .build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0024")
        .hasMessageContaining("allowHttp")
        .hasMessageNotContaining("4711");
  }
}
