package io.foodsafety.ledger.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.ReadView;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the stored tree reaches. Stored as canonical JSON, format 1: {@code format, root, seal,
 * seals, size}.
 *
 * @param size leaves
 * @param root the root of all leaves, 64 hexadecimal digits
 * @param seals the position of the last seal whose entries are in the tree, in the log of seals
 * @param seal the hash of that seal; zeros if there is none
 * @param version the version of the stored document; 0 if there is none
 */
record TreeHead(long size, String root, long seals, String seal, long version) {

  /** The document of the head. */
  static final String ID = "head";

  private static final int FORMAT = 1;

  /** The head in a snapshot; an empty tree if none is stored. StorageException if damaged. */
  static TreeHead read(ReadView view, LedgerDigest digest) {
    Optional<Document> stored = view.get(Ledger.TREE, ID);
    return stored
        .map(document -> decode(document).orElseThrow(() -> Tiles.damaged("its head")))
        .orElseGet(() -> empty(digest));
  }

  static TreeHead empty(LedgerDigest digest) {
    return new TreeHead(0, digest.text(new byte[0]), 0, Seal.NO_HASH, 0);
  }

  byte[] encode() {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("format", BigDecimal.valueOf(FORMAT));
    fields.put("size", BigDecimal.valueOf(size));
    fields.put("root", root);
    fields.put("seals", BigDecimal.valueOf(seals));
    fields.put("seal", seal);
    return CanonicalJson.write(fields);
  }

  /** Reads a head; nothing if the bytes are not one. */
  static Optional<TreeHead> decode(Document document) {
    try {
      Map<String, @Nullable Object> fields = CanonicalJson.read(document.body());
      boolean known =
          fields.get("format") instanceof BigDecimal format && format.intValueExact() == FORMAT;
      if (known
          && fields.get("size") instanceof BigDecimal size
          && fields.get("root") instanceof String root
          && fields.get("seals") instanceof BigDecimal seals
          && fields.get("seal") instanceof String seal) {
        return Optional.of(
            new TreeHead(
                size.longValueExact(), root, seals.longValueExact(), seal, document.version()));
      }
      return Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
