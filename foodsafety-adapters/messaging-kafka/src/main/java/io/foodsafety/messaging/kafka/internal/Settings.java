package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.time.Duration;
import java.util.List;

/** What a user sets. Immutable. */
final class Settings {

  private static final String SINCE = "0.2";

  static final ConfigKey<String> SERVERS =
      ConfigKey.text("servers")
          .since(SINCE)
          .doc("Addresses of brokers, host:port, with commas.", "代理地址 host:port，以逗号分隔。");
  static final ConfigKey<String> CLIENT_FILE =
      ConfigKey.text("clientFile")
          .withDefault("")
          .since(SINCE)
          .doc(
              "A properties file with further settings of the Kafka clients, such as passwords and"
                  + " certificates; what the guarantees rest on cannot be set there.",
              "含其他 Kafka 客户端设置（如口令与证书）的 properties 文件；可靠性所依赖的设置不可更改。");
  static final ConfigKey<Duration> TIMEOUT =
      seconds(
          "timeout",
          30,
          "How long publishing waits for the brokers before it fails.",
          "发布等待代理的最长时间，超过即报错。");
  static final ConfigKey<Integer> ATTEMPTS =
      whole(
          "attempts",
          1,
          1_000,
          5,
          "How often a handler is handed a message before it goes to the dead letters.",
          "处理程序最多尝试一条消息的次数，之后转入死信。");
  static final ConfigKey<Duration> RETRY_DELAY =
      seconds("retryDelay", 1, "How long a message waits for its next attempt.", "消息等待下一次尝试的时间。");
  static final ConfigKey<Duration> SESSION =
      seconds(
          "session",
          10,
          "After which silence a member of a group is taken for dead and others take over.",
          "组成员静默多久后视为失效，由其他成员接管。");
  static final ConfigKey<Integer> MAX_BYTES =
      whole(
          "maxBytes",
          1_000,
          100_000_000,
          1_000_000,
          "The most bytes of data of a message.",
          "消息数据的最大字节数。");
  static final ConfigKey<Boolean> CREATE_TOPICS =
      ConfigKey.bool("createTopics")
          .withDefault(true)
          .since(SINCE)
          .doc("Whether missing topics are created.", "主题不存在时是否创建。");
  static final ConfigKey<Integer> PARTITIONS =
      whole(
          "partitions",
          1,
          10_000,
          6,
          "Partitions of a topic that is created: the most members of a group that work at once.",
          "新建主题的分区数，即一个组可同时工作的成员数上限。");
  static final ConfigKey<Integer> REPLICATION =
      whole(
          "replication",
          0,
          100,
          0,
          "Copies of a topic that is created; 0 for the broker's default.",
          "新建主题的副本数；0 表示代理默认值。");

  private static ConfigKey<Integer> whole(
      String name, int min, int max, int usual, String english, String chinese) {
    return ConfigKey.integer(name, min, max).withDefault(usual).since(SINCE).doc(english, chinese);
  }

  private static ConfigKey<Duration> seconds(
      String name, int usual, String english, String chinese) {
    return ConfigKey.duration(name)
        .withDefault(Duration.ofSeconds(usual))
        .since(SINCE)
        .doc(english, chinese);
  }

  static final List<ConfigKey<?>> KEYS =
      List.of(
          SERVERS,
          CLIENT_FILE,
          TIMEOUT,
          ATTEMPTS,
          RETRY_DELAY,
          SESSION,
          MAX_BYTES,
          CREATE_TOPICS,
          PARTITIONS,
          REPLICATION);

  private final Config config;

  private Settings(Config config) {
    this.config = config;
  }

  static Settings of(Config config) {
    return new Settings(config);
  }

  /** The addresses of brokers. */
  String servers() {
    return config.get(SERVERS);
  }

  /** A file with further settings of the Kafka clients; empty if none. */
  String clientFile() {
    return config.get(CLIENT_FILE);
  }

  /** How long publishing waits at most. */
  Duration timeout() {
    return config.get(TIMEOUT);
  }

  /** How often a handler is handed a message. */
  int attempts() {
    return config.get(ATTEMPTS);
  }

  /** How long a message waits for its next attempt. */
  Duration retryDelay() {
    return config.get(RETRY_DELAY);
  }

  /** After which silence a member of a group is taken for dead. */
  Duration session() {
    return config.get(SESSION);
  }

  /** The most bytes of data of a message. */
  int maxBytes() {
    return config.get(MAX_BYTES);
  }

  /** Whether missing topics are created. */
  boolean createTopics() {
    return config.get(CREATE_TOPICS);
  }

  /** Partitions of a topic that is created. */
  int partitions() {
    return config.get(PARTITIONS);
  }

  /** Copies of a topic that is created; 0 for the broker's default. */
  int replication() {
    return config.get(REPLICATION);
  }
}
