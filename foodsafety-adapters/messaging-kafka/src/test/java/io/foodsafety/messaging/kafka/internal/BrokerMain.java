package io.foodsafety.messaging.kafka.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** A Kafka broker in KRaft mode, in a JVM of its own that ends with the test that started it. */
final class BrokerMain {

  private static final String CLUSTER = "Zm9vZHNhZmV0eS10ZXN0cw";

  private BrokerMain() {}

  /** Its folder, the port of the broker, the port of the controller. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path file = folder.resolve("server.properties");
    Files.writeString(file, properties(folder, arguments[1], arguments[2]));
    endWithTheTest();
    if (Files.notExists(folder.resolve("logs/meta.properties"))) {
      String[] format = {"format", "-t", CLUSTER, "-c", file.toString()};
      if (StorageTool.execute(format, System.err) != 0) {
        throw new IOException("The folder cannot be formatted.");
      }
    }
    Kafka.main(new String[] {file.toString()});
  }

  private static String properties(Path folder, String port, String controller) {
    return String.join(
        "\n",
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.voters=1@127.0.0.1:" + controller,
        "listeners=BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
        "advertised.listeners=BROKER://127.0.0.1:" + port,
        "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name=BROKER",
        "controller.listener.names=CONTROLLER",
        "log.dirs=" + folder.resolve("logs"),
        "auto.create.topics.enable=false",
        "default.replication.factor=1",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "group.initial.rebalance.delay.ms=0",
        "log.cleaner.dedupe.buffer.size=4194304",
        "num.network.threads=2",
        "num.io.threads=2",
        "");
  }

  /** Whoever started this JVM holds its input open. */
  private static void endWithTheTest() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is ever said
                }
              } catch (IOException e) {
                // the other end is gone
              }
              Runtime.getRuntime().halt(1);
            });
    watch.setDaemon(true);
    watch.start();
  }
}
