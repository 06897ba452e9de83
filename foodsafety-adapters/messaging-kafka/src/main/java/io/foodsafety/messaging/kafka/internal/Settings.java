package io.foodsafety.messaging.kafka.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.time.Duration;
import java.util.List;

/**
 * What a user sets.
 *
 * @param servers the addresses of brokers
 * @param clientFile a file with further settings of the Kafka clients; empty if none
 * @param timeout how long publishing waits at most
 * @param attempts how often a handler is handed a message
 * @param retryDelay how long a message waits for its next attempt
 * @param session after which silence a member of a group is taken for dead
 * @param maxBytes the most bytes of data of a message
 * @param createTopics whether missing topics are created
 * @param partitions of a topic that is created
 * @param replication of a topic that is created; 0 for the broker's default
 */
record Settings(
    String servers,
    String clientFile,
    Duration timeout,
    int attempts,
    Duration retryDelay,
    Duration session,
    int maxBytes,
    boolean createTopics,
    int partitions,
    int replication) {

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
      ConfigKey.duration("timeout")
          .withDefault(Duration.ofSeconds(30))
          .since(SINCE)
          .doc("How long publishing waits for the brokers before it fails.", "发布等待代理的最长时间，超过即报错。");
  static final ConfigKey<Integer> ATTEMPTS =
      ConfigKey.integer("attempts", 1, 1_000)
          .withDefault(5)
          .since(SINCE)
          .doc(
              "How often a handler is handed a message before it goes to the dead letters.",
              "处理程序最多尝试一条消息的次数，之后转入死信。");
  static final ConfigKey<Duration> RETRY_DELAY =
      ConfigKey.duration("retryDelay")
          .withDefault(Duration.ofSeconds(1))
          .since(SINCE)
          .doc("How long a message waits for its next attempt.", "消息等待下一次尝试的时间。");
  static final ConfigKey<Duration> SESSION =
      ConfigKey.duration("session")
          .withDefault(Duration.ofSeconds(10))
          .since(SINCE)
          .doc(
              "After which silence a member of a group is taken for dead and others take over.",
              "组成员静默多久后视为失效，由其他成员接管。");
  static final ConfigKey<Integer> MAX_BYTES =
      ConfigKey.integer("maxBytes", 1_000, 100_000_000)
          .withDefault(1_000_000)
          .since(SINCE)
          .doc("The most bytes of data of a message.", "消息数据的最大字节数。");
  static final ConfigKey<Boolean> CREATE_TOPICS =
      ConfigKey.bool("createTopics")
          .withDefault(true)
          .since(SINCE)
          .doc("Whether missing topics are created.", "主题不存在时是否创建。");
  static final ConfigKey<Integer> PARTITIONS =
      ConfigKey.integer("partitions", 1, 10_000)
          .withDefault(6)
          .since(SINCE)
          .doc(
              "Partitions of a topic that is created: the most members of a group that work at once.",
              "新建主题的分区数，即一个组可同时工作的成员数上限。");
  static final ConfigKey<Integer> REPLICATION =
      ConfigKey.integer("replication", 0, 100)
          .withDefault(0)
          .since(SINCE)
          .doc(
              "Copies of a topic that is created; 0 for the broker's default.",
              "新建主题的副本数；0 表示代理默认值。");

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

  static Settings of(Config config) {
    return new Settings(
        config.get(SERVERS),
        config.get(CLIENT_FILE),
        config.get(TIMEOUT),
        config.get(ATTEMPTS),
        config.get(RETRY_DELAY),
        config.get(SESSION),
        config.get(MAX_BYTES),
        config.get(CREATE_TOPICS),
        config.get(PARTITIONS),
        config.get(REPLICATION));
  }
}
