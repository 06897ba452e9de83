package io.foodsafety.benchmarks.trace.peers;

import io.foodsafety.benchmarks.trace.peers.ArrivalSearch.Arrival;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.traversal.Evaluators;
import org.neo4j.graphdb.traversal.Uniqueness;
import org.neo4j.io.ByteUnit;

/** Neo4j in this process: by its core interfaces, its traversals, or Cypher. */
final class Neo4jPeer implements TracePeer {

  /** How it is asked. */
  enum Way {
    CORE,
    TRAVERSAL,
    CYPHER
  }

  private static final Label NODE = Label.label("Node");
  private static final RelationshipType SENT = RelationshipType.withName("SENT");
  private static final String ID = "id";
  private static final String TIME = "time";
  private static final int PER_TRANSACTION = 50_000;

  /** With {@code distinct}, its planner prunes what was reached before. */
  private static final String CLOSURE =
      """
      match (:Node {id: $start})-[:SENT*0..]->(n:Node)
      with distinct n where n.id < $lots
      return count(n) as lots, sum(n.id) as ids
      """;

  private final DatabaseManagementService server;
  private final GraphDatabaseService database;
  private final Way way;
  private final Path folder;
  private final int lots;

  Neo4jPeer(TimedEdges edges, Path folder, Way way) {
    this.way = way;
    this.folder = folder;
    lots = edges.lots();
    server =
        new DatabaseManagementServiceBuilder(folder)
            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(2))
            .build();
    database = server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    fill(edges);
    try (Transaction transaction = database.beginTx()) {
      transaction.schema().constraintFor(NODE).assertPropertyIsUnique(ID).create();
      transaction.commit();
    }
    try (Transaction transaction = database.beginTx()) {
      transaction.schema().awaitIndexesOnline(10, TimeUnit.MINUTES);
    }
  }

  private void fill(TimedEdges edges) {
    String[] ids = new String[edges.nodes()];
    for (int from = 0; from < edges.nodes(); from += PER_TRANSACTION) {
      try (Transaction transaction = database.beginTx()) {
        int to = Math.min(edges.nodes(), from + PER_TRANSACTION);
        for (int node = from; node < to; node++) {
          Node created = transaction.createNode(NODE);
          created.setProperty(ID, node);
          ids[node] = created.getElementId();
        }
        transaction.commit();
      }
    }
    for (int from = 0; from < edges.size(); from += PER_TRANSACTION) {
      try (Transaction transaction = database.beginTx()) {
        int to = Math.min(edges.size(), from + PER_TRANSACTION);
        for (int edge = from; edge < to; edge++) {
          transaction
              .getNodeByElementId(ids[edges.from(edge)])
              .createRelationshipTo(transaction.getNodeByElementId(ids[edges.to(edge)]), SENT)
              .setProperty(TIME, edges.time(edge));
        }
        transaction.commit();
      }
    }
  }

  @Override
  public boolean answers(Task task) {
    return task == Task.CLOSURE || way == Way.CORE;
  }

  @Override
  public Answer closure(int start) {
    try (Transaction transaction = database.beginTx()) {
      return switch (way) {
        case CORE -> closureByCore(transaction, start);
        case TRAVERSAL -> closureByTraversal(transaction, start);
        case CYPHER -> closureByCypher(transaction, start);
      };
    }
  }

  private Answer closureByCore(Transaction transaction, int start) {
    Found found = new Found(lots);
    Set<Node> seen = new HashSet<>();
    Deque<Node> queue = new ArrayDeque<>();
    Node first = transaction.findNode(NODE, ID, start);
    seen.add(first);
    queue.add(first);
    for (Node node = queue.poll(); node != null; node = queue.poll()) {
      found.add(id(node));
      try (var relationships = node.getRelationships(Direction.OUTGOING, SENT)) {
        for (Relationship relationship : relationships) {
          Node next = relationship.getEndNode();
          if (seen.add(next)) {
            queue.add(next);
          }
        }
      }
    }
    return found.answer();
  }

  private Answer closureByTraversal(Transaction transaction, int start) {
    Found found = new Found(lots);
    transaction
        .traversalDescription()
        .breadthFirst()
        .relationships(SENT, Direction.OUTGOING)
        .uniqueness(Uniqueness.NODE_GLOBAL)
        .evaluator(Evaluators.all())
        .traverse(transaction.findNode(NODE, ID, start))
        .nodes()
        .forEach(node -> found.add(id(node)));
    return found.answer();
  }

  private Answer closureByCypher(Transaction transaction, int start) {
    try (Result result = transaction.execute(CLOSURE, Map.of("start", start, "lots", lots))) {
      Map<String, Object> row = result.next();
      return new Answer(number(row, "lots"), number(row, "ids"), 0);
    }
  }

  private static long number(Map<String, Object> row, String column) {
    return (long) Objects.requireNonNull(row.get(column));
  }

  @Override
  public Answer earliestArrival(int start) {
    try (Transaction transaction = database.beginTx()) {
      ArrivalSearch<Node> search =
          new ArrivalSearch<>(transaction.findNode(NODE, ID, start));
      for (Arrival<Node> at = search.next(); at != null; at = search.next()) {
        try (var relationships = at.node().getRelationships(Direction.OUTGOING, SENT)) {
          for (Relationship relationship : relationships) {
            int time = (int) relationship.getProperty(TIME);
            if (time >= at.time()) {
              search.offer(relationship.getEndNode(), time);
            }
          }
        }
      }
      return search.answer(Neo4jPeer::id, lots);
    }
  }

  private static int id(Node node) {
    return (int) node.getProperty(ID);
  }

  /** The store, without the log of transactions. */
  @Override
  public long bytesInFiles() {
    return SqlPeer.bytesIn(folder.resolve("data").resolve("databases").resolve("neo4j"));
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
