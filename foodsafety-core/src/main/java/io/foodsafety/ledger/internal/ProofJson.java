package io.foodsafety.ledger.internal;

import io.foodsafety.ledger.ConsistencyProof;
import io.foodsafety.ledger.InclusionProof;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.record.CanonicalJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Roots and proofs as canonical JSON, format 1, for third parties. */
public final class ProofJson {

  private static final String ROOT = "ledger-root";

  private ProofJson() {}

  /** A root as JSON. */
  public static String of(TreeRoot root) {
    return write(fields(root));
  }

  /** A root as JSON, with the time when it was kept. */
  static String of(TreeRoot root, Instant at) {
    Map<String, @Nullable Object> fields = fields(root);
    fields.put("at", at.toString());
    return write(fields);
  }

  private static Map<String, @Nullable Object> fields(TreeRoot root) {
    Map<String, @Nullable Object> fields = begin(ROOT, root);
    fields.put("size", BigDecimal.valueOf(root.size()));
    fields.put("root", root.root());
    return fields;
  }

  /** A proof as JSON. */
  public static String of(InclusionProof proof) {
    Map<String, @Nullable Object> fields = begin("ledger-inclusion", proof.tree());
    fields.put("size", BigDecimal.valueOf(proof.tree().size()));
    fields.put("root", proof.tree().root());
    fields.put("index", BigDecimal.valueOf(proof.index()));
    fields.put("position", BigDecimal.valueOf(proof.position()));
    fields.put("entry", proof.entry());
    fields.put("path", proof.path());
    return write(fields);
  }

  /** A proof as JSON. */
  public static String of(ConsistencyProof proof) {
    Map<String, @Nullable Object> fields = begin("ledger-consistency", proof.second());
    fields.put("firstSize", BigDecimal.valueOf(proof.first().size()));
    fields.put("firstRoot", proof.first().root());
    fields.put("size", BigDecimal.valueOf(proof.second().size()));
    fields.put("root", proof.second().root());
    fields.put("path", proof.path());
    return write(fields);
  }

  private static Map<String, @Nullable Object> begin(String type, TreeRoot root) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("type", type);
    fields.put("format", BigDecimal.ONE);
    fields.put("digest", root.digest());
    return fields;
  }

  private static String write(Map<String, @Nullable Object> fields) {
    return new String(CanonicalJson.write(fields), StandardCharsets.UTF_8);
  }

  /** Reads a root; IllegalArgumentException for anything else. */
  public static TreeRoot parseRoot(String json) {
    Map<String, @Nullable Object> fields =
        CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8));
    if (ROOT.equals(fields.get("type"))
        && fields.get("format") instanceof BigDecimal format
        && format.compareTo(BigDecimal.ONE) == 0
        && fields.get("digest") instanceof String digest
        && fields.get("size") instanceof BigDecimal size
        && fields.get("root") instanceof String root) {
      try {
        return new TreeRoot(digest, size.longValueExact(), root);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("The size is not whole.", e);
      }
    }
    throw new IllegalArgumentException("The JSON is no root of format 1.");
  }
}
