package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.fact.RecordingResult;
import io.foodsafety.message.EventType;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.messaging.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A city in a JVM of its own that records facts and sends messages until it is killed. */
final class RelayingCity {

  static final int BUSINESSES = 5;
  private static final int PIECE = 20;

  private RelayingCity() {}

  static FoodSafety open(String url, String servers, Topic topic) {
    return FoodSafety.builder()
        .storage("jdbc", settings(url))
        .messaging("kafka", Map.of("servers", servers))
        .publishing(topic, EventType.FACT_RECORDED)
        .build();
  }

  private static Map<String, String> settings(String url) {
    return url.startsWith("jdbc:postgresql:")
        ? Map.of("url", url, "user", "postgres", "pool", "4")
        : Map.of("url", url, "pool", "2");
  }

  static Fact fact(int number) {
    return Fact.builder(
            "F" + number,
            "inspection",
            SubjectRef.business("S" + number % BUSINESSES),
            Moment.parse("2024-05-02"))
        .attribute("score", AttributeValue.decimal(number % 100))
        .build();
  }

  /** The database, the broker, the topic, the number of the first fact. Prints what is stored. */
  public static void main(String[] arguments) {
    int next = Integer.parseInt(arguments[3]);
    try (FoodSafety city = open(arguments[0], arguments[1], Topic.of(arguments[2]))) {
      while (true) {
        List<Fact> piece = new ArrayList<>();
        for (int i = 0; i < PIECE; i++) {
          piece.add(fact(next + i));
        }
        for (RecordingResult each : city.as(Actor.system("load")).facts().recordAll(piece)) {
          System.out.println(each.id().substring(1));
        }
        next += PIECE;
        city.messages().relay();
      }
    }
  }
}
