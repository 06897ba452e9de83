package io.foodsafety.document.internal;

import io.foodsafety.model.code.CreditCode;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is registered of a business, as of a day; nothing of one that is not registered. */
final class SubjectValues {

  private static final String ATTRIBUTE = "attribute.";

  private final String id;
  private final Optional<Subject> subject;
  private final LocalDate date;
  private final Phrases phrases;

  SubjectValues(String id, Optional<Subject> subject, LocalDate date, Phrases phrases) {
    this.id = id;
    this.subject = subject;
    this.date = date;
    this.phrases = phrases;
  }

  Optional<DocumentValue> find(String name) {
    if (name.startsWith(ATTRIBUTE)) {
      return subject
          .flatMap(each -> each.findAttribute(name.substring(ATTRIBUTE.length()), date))
          .map(value -> DocumentValue.of(phrases.value(value)));
    }
    return switch (name) {
      case "subject.id" -> Optional.of(DocumentValue.of(subject.map(Subject::id).orElse(id)));
      case "subject.name" -> subject.map(each -> DocumentValue.of(each.name()));
      case "subject.creditCode" ->
          subject.flatMap(Subject::creditCode).map(CreditCode::value).map(DocumentValue::of);
      case "subject.segment" -> named("segment", subject.flatMap(Subject::segment));
      case "subject.format" -> named("format", subject.flatMap(Subject::format));
      case "subject.licences" -> licences();
      case "subject.address" -> subject.flatMap(Subject::address).map(DocumentValue::of);
      case "subject.telephones" -> list(subject.map(Subject::telephones).orElse(List.of()));
      default -> Optional.empty();
    };
  }

  private Optional<DocumentValue> named(String kind, Optional<String> code) {
    return code.map(each -> DocumentValue.of(each, phrases.name(kind, each)));
  }

  private Optional<DocumentValue> licences() {
    return list(
        subject.map(Subject::licences).orElse(List.of()).stream()
            .filter(licence -> licence.isValidOn(date))
            .map(Licence::number)
            .toList());
  }

  private Optional<DocumentValue> list(List<String> texts) {
    return texts.isEmpty() ? Optional.empty() : Optional.of(DocumentValue.of(phrases.list(texts)));
  }
}
