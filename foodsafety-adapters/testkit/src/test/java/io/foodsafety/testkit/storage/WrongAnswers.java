package io.foodsafety.testkit.storage;

import io.foodsafety.spi.storage.Cursor;
import io.foodsafety.spi.storage.Document;
import io.foodsafety.spi.storage.DocumentWrite;
import io.foodsafety.spi.storage.Page;
import io.foodsafety.spi.storage.Query;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Storages that keep the right data and answer wrongly, in one thing each. */
final class WrongAnswers {

  private WrongAnswers() {}

  static Storage ignoresVersions(StorageSchema schema) {
    class Careless extends ReferenceModel {
      Careless(StorageSchema of) {
        super(of);
      }

      @Override
      ReferenceModel create(StorageSchema of) {
        return new Careless(of);
      }

      @Override
      void check(String collection, String id, long expected) {}
    }
    return new ReferenceStorage(new Careless(schema));
  }

  static Storage knowsOneValueOnly(StorageSchema schema) {
    return matching(
        schema,
        (query, write) ->
            query.equalities().entrySet().stream()
                .allMatch(
                    each ->
                        write.values(each.getKey()).stream()
                            .limit(1)
                            .anyMatch(each.getValue()::equals)));
  }

  static Storage matching(
      StorageSchema schema, BiFunction<Query, DocumentWrite, Boolean> matching) {
    class Matching extends ReferenceModel {
      Matching(StorageSchema of) {
        super(of);
      }

      @Override
      ReferenceModel create(StorageSchema of) {
        return new Matching(of);
      }

      @Override
      boolean matches(Query query, DocumentWrite write) {
        return matching.apply(query, write);
      }
    }
    return new ReferenceStorage(new Matching(schema));
  }

  static Storage ordersByUtf16(StorageSchema schema) {
    class Utf16 extends ReferenceModel {
      Utf16(StorageSchema of) {
        super(of);
      }

      @Override
      ReferenceModel create(StorageSchema of) {
        return new Utf16(of);
      }

      @Override
      Comparator<String> order() {
        return Comparator.naturalOrder();
      }
    }
    return new ReferenceStorage(new Utf16(schema));
  }

  /** Pages by counting, so that what is deleted before a page shifts it. */
  static Storage pagesByOffset(StorageSchema schema) {
    class Offsets extends ReferenceModel {
      Offsets(StorageSchema of) {
        super(of);
      }

      @Override
      ReferenceModel create(StorageSchema of) {
        return new Offsets(of);
      }

      @Override
      Page query(Query query) {
        Query all = Query.of(query.collection()).limit(Query.MAX_LIMIT);
        List<Document> found =
            super.query(query.orderBy().map(all::orderBy).orElse(all)).documents();
        int from = query.after().map(Cursor::id).map(Integer::parseInt).orElse(0);
        int to = Math.min(from + query.limit(), found.size());
        return Page.of(
            found.subList(Math.min(from, to), to),
            to == found.size()
                ? Optional.empty()
                : Optional.of(new Cursor("", Integer.toString(to))));
      }
    }
    return new ReferenceStorage(new Offsets(schema));
  }
}
