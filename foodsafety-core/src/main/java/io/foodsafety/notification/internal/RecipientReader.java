package io.foodsafety.notification.internal;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.notification.RecipientList;
import io.foodsafety.notification.RecipientListException;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a file of recipients. What is wrong is said without repeating an address. */
public final class RecipientReader {

  private static final String IDENTIFIER = "1 to 256 characters without control characters";

  private final IssueCollector issues;

  private RecipientReader(IssueCollector issues) {
    this.issues = issues;
  }

  /** Reads the list; throws with everything that is wrong. */
  public static RecipientList read(byte[] bytes, String source) {
    return IssueCollector.read(
        issues -> new RecipientReader(issues).list(SourceReader.read(bytes, source, issues)),
        RecipientListException::new);
  }

  private RecipientList list(SourceNode root) {
    ObjectReader reader = ObjectReader.of(root, issues);
    RecipientList list = RecipientList.empty();
    for (SourceNode each : ObjectReader.list(reader.get("recipients"), issues)) {
      RecipientList before = list;
      list = issues.attempt(() -> add(before, each)).orElse(before);
    }
    reader.end();
    return list;
  }

  private RecipientList add(RecipientList list, SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String id = reader.text("id");
    Recipient recipient = check(reader, "id", id, () -> Recipient.of(id));
    if (list.find(id).isPresent()) {
      throw bad(reader, "id", id, "It is there twice.", "an id of its own");
    }
    Optional<String> language = reader.findText("language");
    if (language.isPresent()) {
      recipient = recipient.withLanguage(Locale.forLanguageTag(language.get()));
    }
    for (Map.Entry<String, SourceNode> each : reader.members("addresses").entrySet()) {
      Recipient known = recipient;
      String address = ObjectReader.text(each.getValue(), issues);
      recipient = check(reader, "addresses", "", () -> known.withAddress(each.getKey(), address));
    }
    List<Audience> roles = new ArrayList<>();
    for (SourceNode each : ObjectReader.list(reader.get("roles"), issues)) {
      issues.attempt(() -> role(each)).filter(role -> !roles.contains(role)).ifPresent(roles::add);
    }
    reader.end();
    return list.with(recipient, roles.toArray(Audience[]::new));
  }

  private Audience role(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String role = reader.text("role");
    Optional<String> division = reader.findText("division");
    Optional<String> business = reader.findText("business");
    reader.end();
    if (division.isPresent() && business.isPresent()) {
      throw bad(reader, "business", business.get(), "There is a division, too.", "one of the two");
    }
    Optional<SubjectRef> scope =
        division
            .map(code -> scope(reader, "division", SubjectType.DIVISION, code))
            .or(() -> business.map(id -> scope(reader, "business", SubjectType.BUSINESS, id)));
    try {
      return new Audience(role, scope);
    } catch (IllegalArgumentException e) {
      throw bad(reader, "role", role, "It is no role.", "such as inspector or head-of-office");
    }
  }

  private SubjectRef scope(ObjectReader reader, String name, SubjectType type, String id) {
    return check(reader, name, id, () -> SubjectRef.of(type, id));
  }

  private <T> T check(ObjectReader reader, String name, String value, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw bad(reader, name, value, "It is not well-formed.", IDENTIFIER);
    }
  }

  private IssueCollector.Abandoned bad(
      ObjectReader reader, String name, String value, String fault, String allowed) {
    return ObjectReader.badValue(reader.get(name), value, fault, allowed, issues);
  }
}
