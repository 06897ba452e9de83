package io.foodsafety.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.measure.Quantity;
import io.foodsafety.model.measure.Unit;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.EventTime;
import io.foodsafety.model.time.Moment;
import io.foodsafety.model.trace.TraceEvent;
import io.foodsafety.model.trace.TraceItem;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.runtime.AdvanceReport;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.ProbeStorage;
import io.foodsafety.runtime.Session;
import io.foodsafety.runtime.StartupException;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.messaging.Message;
import io.foodsafety.spi.messaging.MessageHandler;
import io.foodsafety.spi.messaging.MessagesRefusedException;
import io.foodsafety.spi.messaging.Messaging;
import io.foodsafety.spi.messaging.MessagingCapability;
import io.foodsafety.spi.messaging.MessagingException;
import io.foodsafety.spi.messaging.MessagingProvider;
import io.foodsafety.spi.messaging.Subscription;
import io.foodsafety.spi.messaging.Topic;
import io.foodsafety.spi.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageServiceTest {

  private static final Topic TOPIC = Topic.of("city-events");
  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final EventType[] ALL = EventType.standard().toArray(EventType[]::new);

  private final ProbeStorage storage = new ProbeStorage();
  private final ProbeMessaging broker = new ProbeMessaging();

  private FoodSafety city(EventType... types) {
    var builder = storage.city().clock(CLOCK).plugin(broker).messaging("probe-broker", Map.of());
    return (types.length == 0 ? builder : builder.publishing(TOPIC, types)).build();
  }

  private static Session office(FoodSafety city) {
    return city.as(Actor.person("inspector-7"));
  }

  private static Fact inspection(String id, String business, int score) {
    return Fact.builder(id, "inspection", SubjectRef.business(business), Moment.parse("2024-05-02"))
        .attribute("score", AttributeValue.decimal(score))
        .build();
  }

  private static Withdrawal withdrawal(String target) {
    return Withdrawal.of("W" + target, target, Moment.parse("2024-05-03"), "wrong business");
  }

  private static TraceEvent receipt(String id) {
    return new TraceEvent.Receive(
        id,
        Optional.of(EventTime.parse("2024-05-04")),
        Optional.empty(),
        "P1",
        Optional.empty(),
        List.of(TraceItem.lot("L1", Quantity.of("10", Unit.KILOGRAM))));
  }

  private static String json(Message message) {
    return new String(message.data(), StandardCharsets.UTF_8);
  }

  @Test
  void publishesWhatItIsToldTo() {
    try (FoodSafety city = city(ALL)) {
      office(city).facts().record(inspection("F1", "S1", 88));
      office(city).facts().withdraw(withdrawal("F1"));
      office(city).subjects().register(Subject.builder("S1", "Restaurant S1").build());
      office(city).subjects().register(Subject.builder("S1", "Restaurant S1").build());
      office(city).trace().capture(receipt("E1"));
      assertThat(broker.accepted).isEmpty();

      AdvanceReport report = city.advance(NOW);
      assertThat(report.relayed().sent()).isEqualTo(broker.accepted.size());
      assertThat(report.relayed().complete()).isTrue();
      assertThat(city.advance(NOW).relayed().sent()).isZero();
    }
    List<Message> sent = broker.accepted.stream().limit(4).toList();
    assertThat(sent)
        .extracting(Message::id)
        .containsExactly("facts/F1@1", "withdrawals/WF1@1", "subjects/S1@1", "trace_events/E1@1");
    assertThat(sent)
        .extracting(Message::type)
        .containsExactlyElementsOf(EventType.standard().stream().map(EventType::name).toList());
    assertThat(sent)
        .extracting(Message::key)
        .containsExactly("business:S1", "business:S1", "business:S1", "business:P1");
    assertThat(sent)
        .allSatisfy(
            each -> {
              assertThat(each.source()).isEqualTo("/foodsafety/city-events");
              assertThat(each.time()).isEqualTo(NOW);
              assertThat(each.contentType()).isEqualTo("application/json");
            });
    assertThat(sent.get(0).attributes()).containsExactly(Map.entry("kind", "inspection"));
    assertThat(json(sent.get(0)))
        .isEqualTo(
            "{\"at\":\"2024-05-02\",\"attributes\":{\"score\":88},\"id\":\"F1\",\"kind\":\"inspection\","
                + "\"recordedAt\":\"2024-06-01T08:00:00Z\",\"subject\":\"S1\"}");
    assertThat(CanonicalJson.read(sent.get(1).data())).containsEntry("target", "F1");
    assertThat(json(sent.get(2))).isEqualTo("{\"id\":\"S1\"}");
    assertThat(CanonicalJson.read(sent.get(3).data())).containsEntry("event", "receive");
  }

  @Test
  void publishesTheFindingsOfTheSameAdvance() {
    try (FoodSafety city = city(EventType.FACT_RECORDED)) {
      office(city).trace().capture(receipt("E1"));
      AdvanceReport report = city.advance(NOW);
      assertThat(report.findingsRecorded()).isPositive();
      assertThat(report.relayed().sent()).isEqualTo(report.findingsRecorded());
      assertThat(broker.accepted)
          .allMatch(each -> each.attributes().get("kind").equals("trace-finding"));
    }
  }

  @Test
  void keepsNothingForOthersUnlessItIsToldTo() {
    try (FoodSafety city = city()) {
      office(city).facts().record(inspection("F1", "S1", 88));
      assertThat(city.advance(NOW).relayed())
          .isEqualTo(new RelayReport(0, 0, true, Optional.empty()));
      assertThat(waiting()).isZero();
    }
    try (FoodSafety city = city(EventType.FACT_WITHDRAWN)) {
      office(city).facts().record(inspection("F2", "S1", 88));
      assertThat(waiting()).isZero();
      office(city).facts().withdraw(withdrawal("F2"));
      assertThat(waiting()).isPositive();
    }
  }

  private long waiting() {
    return storage.raw().read(view -> view.lastPosition("outbox"));
  }

  @Test
  void aCauseThatWasNotStoredIsNotTold() {
    try (FoodSafety city = city(ALL)) {
      storage.failAfter(0);
      assertThatThrownBy(() -> office(city).facts().record(inspection("F1", "S1", 88)))
          .isInstanceOf(StorageException.class);
      storage.recover();
      assertThat(office(city).facts().withdraw(withdrawal("F9")).outcome())
          .isEqualTo(Outcome.REFUSED);
      assertThat(waiting()).isZero();
    }
  }

  @Test
  void waitsForABrokerThatCannotBeReached() {
    try (FoodSafety city = city(ALL)) {
      broker.down = true;
      office(city).facts().recordAll(List.of(inspection("F1", "S1", 1), inspection("F2", "S1", 2)));
      AdvanceReport report = city.advance(NOW);
      assertThat(report.complete()).as("the ledger is sealed all the same").isTrue();
      assertThat(report.relayed().complete()).isFalse();
      assertThat(report.relayed().problem().orElseThrow().toString())
          .contains("FS-MSG-0001")
          .contains("the broker is down");
    }
    broker.down = false;
    try (FoodSafety city = city()) {
      assertThat(city.messages().relay().sent())
          .as("what is owed is sent by whoever opens the city")
          .isEqualTo(2);
      assertThat(broker.accepted)
          .extracting(Message::id)
          .containsExactly("facts/F1@1", "facts/F2@1");
    }
  }

  @Test
  void whatTheBrokerRefusesHoldsUpNothingAndCanBeSentAgain() {
    try (FoodSafety city = city(ALL)) {
      broker.refused = "facts/F2@1";
      office(city)
          .facts()
          .recordAll(
              List.of(
                  inspection("F1", "S1", 1), inspection("F2", "S2", 2), inspection("F3", "S2", 3)));
      RelayReport report = city.messages().relay();
      assertThat(report).isEqualTo(new RelayReport(2, 1, true, Optional.empty()));
      assertThat(broker.accepted)
          .extracting(Message::id)
          .containsExactly("facts/F1@1", "facts/F3@1");

      List<UnsentMessage> unsent = city.messages().listUnsent(10);
      assertThat(unsent).hasSize(1);
      assertThat(unsent.get(0).topic()).isEqualTo(TOPIC);
      assertThat(unsent.get(0).letter().reason()).isEqualTo("too long for the broker");
      assertThat(unsent.get(0).letter().message().id()).isEqualTo("facts/F2@1");

      broker.refused = "";
      assertThat(city.messages().resend(unsent.get(0).id())).isTrue();
      assertThat(city.messages().resend(unsent.get(0).id())).isFalse();
      assertThat(city.messages().listUnsent(10)).isEmpty();
      assertThat(city.messages().relay().sent()).isEqualTo(1);
      Message last = broker.accepted.get(2);
      assertThat(last).isEqualTo(unsent.get(0).letter().message());
      assertThat(office(city).ledger().verify().isSound()).isTrue();
    }
  }

  @Test
  void messagesStayInThisProcessUnlessAnotherMessagingIsChosen() throws InterruptedException {
    BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    try (FoodSafety city =
        FoodSafety.builder()
            .withoutDiscovery()
            .publishing(TOPIC, EventType.FACT_RECORDED)
            .build()) {
      city.messages().subscribe(TOPIC, "readers", heard::add);
      office(city).facts().record(inspection("F1", "S1", 88));
      city.advance(NOW);
      assertThat(heard.poll(20, TimeUnit.SECONDS)).extracting(Message::id).isEqualTo("facts/F1@1");
    }
  }

  @Test
  void closingACityClosesItsMessaging() {
    city().close();
    assertThat(broker.closed).isTrue();
  }

  @Test
  void listsWhatIsWrongWithTheMessagingBeforeItOpens() {
    assertThatThrownBy(
            () -> FoodSafety.builder().withoutDiscovery().messaging("in-proces", Map.of()).build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0017")
        .hasMessageContaining("in-process");
    assertThatThrownBy(
            () ->
                FoodSafety.builder()
                    .withoutDiscovery()
                    .messaging("in-process", Map.of("atempts", "3", "capacity", "many"))
                    .build())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0012")
        .hasMessageContaining("is unknown to the messaging (in-process)")
        .hasMessageContaining("FS-START-0014");
    broker.broken = true;
    assertThatThrownBy(this::city)
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("FS-START-0018")
        .hasMessageContaining("no such host");
    assertThat(waiting()).isZero();
  }

  @Test
  void publishesOnlyWhatACityCan() {
    var builder = FoodSafety.builder();
    assertThatThrownBy(() -> builder.publishing(TOPIC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.publishing(TOPIC, new EventType("weather")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fact-recorded");
    assertThatThrownBy(
            () -> builder.publishing(TOPIC.deadLetters("readers"), EventType.FACT_RECORDED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> city().messages().listUnsent(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A broker that notes what it accepts, and can be made to fail. */
  private static final class ProbeMessaging
      implements FoodSafetyPlugin, MessagingProvider, Messaging {
    final List<Message> accepted = new ArrayList<>();
    boolean down;
    boolean broken;
    boolean closed;
    String refused = "";

    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("probe-broker", "1", SpiVersion.of(0, 1));
    }

    @Override
    public List<MessagingProvider> messagingProviders() {
      return List.of(this);
    }

    @Override
    public String name() {
      return "probe-broker";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
      return List.of();
    }

    @Override
    public Set<MessagingCapability> capabilities(Config config) {
      return Set.of();
    }

    @Override
    public Messaging open(Config config) {
      if (broken) {
        throw new MessagingException("no such host");
      }
      return this;
    }

    @Override
    public void publish(Topic topic, List<Message> messages) {
      if (down) {
        throw new MessagingException("the broker is down");
      }
      Map<Message, String> refusals = new LinkedHashMap<>();
      for (Message each : messages) {
        if (each.id().equals(refused)) {
          refusals.put(each, "too long for the broker");
        } else {
          accepted.add(each);
        }
      }
      if (!refusals.isEmpty()) {
        throw new MessagesRefusedException(refusals);
      }
    }

    @Override
    public Subscription subscribe(Topic topic, String group, MessageHandler handler) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
