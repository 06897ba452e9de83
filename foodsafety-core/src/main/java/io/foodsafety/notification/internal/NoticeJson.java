package io.foodsafety.notification.internal;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.record.CanonicalJson;
import io.foodsafety.spi.notification.Notice;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notices as one line of JSON. */
final class NoticeJson {

  private NoticeJson() {}

  /** All parts but the address. */
  static Map<String, @Nullable Object> fields(Notice notice) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    fields.put("id", notice.id());
    fields.put("notification", notice.notification());
    fields.put("occasion", notice.occasion().name().toLowerCase(Locale.ROOT));
    fields.put("recipient", notice.recipient());
    fields.put("language", notice.language().toLanguageTag());
    fields.put("title", notice.title());
    fields.put("text", notice.text());
    fields.put("about", notice.about().map(SubjectRef::toString).orElse(null));
    fields.put("time", notice.time().toString());
    return fields;
  }

  /** All parts. */
  static byte[] withAddress(Notice notice) {
    Map<String, @Nullable Object> fields = fields(notice);
    fields.put("address", notice.address().orElse(null));
    return CanonicalJson.write(fields);
  }
}
