package io.foodsafety.benchmarks.trace.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.foodsafety.benchmarks.trace.peers.Neo4jPeer.Way;
import io.foodsafety.benchmarks.trace.peers.TracePeer.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares the trace graph with its peers, each in a process of its own. A phase whose result is
 * there is not run again; so a run that was ended can be started again.
 */
public final class TracePeers {

  /** In each process. Neo4j needs the opened packages. */
  private static final List<String> FLAGS =
      List.of(
          "-Xmx8g",
          "-XX:+UseParallelGC",
          "-XX:+UseTransparentHugePages",
          "--enable-native-access=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final Map<String, Loader> PEERS = peers();

  private TracePeers() {}

  private static Map<String, Loader> peers() {
    Map<String, Loader> peers = new LinkedHashMap<>();
    peers.put("objects", (edges, folder) -> new ObjectsPeer(edges));
    peers.put("objects-marked", (edges, folder) -> new MarkedObjectsPeer(edges));
    peers.put("jgrapht-sparse", (edges, folder) -> JGraphTPeer.sparse(edges));
    peers.put("jgrapht-multigraph", (edges, folder) -> JGraphTPeer.multigraph(edges));
    peers.put("jgrapht-weighted", (edges, folder) -> JGraphTPeer.weighted(edges));
    peers.put("guava-value-graph", (edges, folder) -> new GuavaValueGraphPeer(edges));
    peers.put("guava-network", (edges, folder) -> new GuavaNetworkPeer(edges));
    peers.put("tinkergraph-api", (edges, folder) -> TinkerGraphPeer.api(edges));
    peers.put("tinkergraph-gremlin", (edges, folder) -> TinkerGraphPeer.gremlin(edges));
    peers.put("neo4j-core", (edges, folder) -> new Neo4jPeer(edges, folder, Way.CORE));
    peers.put("neo4j-traversal", (edges, folder) -> new Neo4jPeer(edges, folder, Way.TRAVERSAL));
    peers.put("neo4j-cypher", (edges, folder) -> new Neo4jPeer(edges, folder, Way.CYPHER));
    peers.put("sqlite", SqlitePeer::load);
    peers.put("postgresql", (edges, folder) -> PostgresPeer.load(edges));
    peers.put("duckdb", DuckDbPeer::load);
    peers.put("h2", H2Peer::load);
    return peers;
  }

  /** See {@code docs/trace-performance.md}. */
  public static void main(String[] args) throws Exception {
    Options options = Options.parse(args);
    if (options.inThisProcess()) {
      measure(options);
      return;
    }
    if (options.phase().equals("merge")) {
      new Merge(JSON).write(options.results(), Path.of("docs"));
      return;
    }
    List<String> asked =
        PEERS.keySet().stream()
            .filter(peer -> options.phase().equals("all") || peer.startsWith(options.phase()))
            .toList();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no phase " + options.phase() + ", but " + PEERS.keySet() + ".");
    }
    Files.createDirectories(options.results());
    for (String peer : asked) {
      if (!Files.exists(options.resultOf(peer))) {
        fork(peer, args);
      }
    }
  }

  private static void fork(String peer, String[] args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TracePeers.class.getName());
    command.addAll(List.of(args));
    command.addAll(List.of("--phase", peer, "--in-this-process", "true"));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("The phase " + peer + " ended with " + status + ".");
    }
  }

  private static void measure(Options options) throws Exception {
    String peer = options.phase();
    Loader loader = Objects.requireNonNull(PEERS.get(peer));
    Path folder = Files.createTempDirectory("trace-peer-");
    try {
      PeerResult result = options.measurement().measure(peer, loader, folder);
      Path unfinished = options.results().resolve(peer + ".unfinished");
      JSON.writeValue(unfinished.toFile(), result);
      Files.move(unfinished, options.resultOf(peer));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
