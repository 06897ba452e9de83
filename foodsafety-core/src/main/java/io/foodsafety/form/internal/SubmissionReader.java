package io.foodsafety.form.internal;

import io.foodsafety.form.Answer;
import io.foodsafety.form.Evidence;
import io.foodsafety.form.FormException;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.Handling;
import io.foodsafety.form.Measure;
import io.foodsafety.form.Signature;
import io.foodsafety.form.Submission;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.time.Moment;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import io.foodsafety.source.internal.WordReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the document of a submission, collecting everything that is wrong with it. */
public final class SubmissionReader {

  private static final String LINE = "1 to 256 characters on one line";

  private final IssueCollector issues;
  private final ObjectReader root;
  private final WordReader words;

  private SubmissionReader(SourceNode root, IssueCollector issues) {
    this.issues = issues;
    this.root = ObjectReader.of(root, issues);
    this.words = new WordReader(FormIssues.UNKNOWN_NAME, issues);
  }

  /**
   * Reads a submission.
   *
   * @param json the document
   * @param source what to call it in messages
   * @return the submission
   * @throws FormException with everything that is wrong
   */
  public static Submission read(byte[] json, String source) {
    return IssueCollector.read(
        issues ->
            new SubmissionReader(SourceReader.read(json, source, issues), issues).submission(),
        FormException::new);
  }

  private Submission submission() {
    Optional<String> id = issues.attempt(() -> id(root.get("id")));
    Optional<String> form = issues.attempt(() -> line(root.get("form")));
    Optional<String> version = issues.attempt(() -> line(root.get("version")));
    Optional<SubjectRef> subject = issues.attempt(() -> subject(root.get("subject")));
    Optional<Moment> at =
        issues.attempt(
            () ->
                ObjectReader.parse(
                    root.get("at"),
                    "a date or an instant, such as 2024-05-01T09:00:00+08:00",
                    Moment::parse,
                    issues));
    boolean hasHead = !issues.hasErrors();
    Submission.Builder builder =
        Submission.of(
            id.orElse("-"),
            form.orElse("-"),
            version.orElse("-"),
            subject.orElse(SubjectRef.business("-")),
            at.orElse(Moment.of(LocalDate.EPOCH)));
    words.each(root, "submitters", this::line).forEach(builder::submitters);
    members("answers", entry -> builder.answer(entry.getKey(), answer(entry.getValue())));
    members("values", entry -> builder.value(entry.getKey(), value(entry.getValue())));
    issues
        .attempt(() -> root.find("handling").map(this::handling))
        .ifPresent(each -> each.ifPresent(builder::handling));
    words.each(root, "signatures", this::signature).forEach(builder::signature);
    issues.attempt(
        () ->
            root.find("corrects")
                .map(
                    node -> {
                      ObjectReader reader = ObjectReader.of(node, issues);
                      builder.corrects(line(reader.get("submission")), line(reader.get("reason")));
                      reader.end();
                      return node;
                    }));
    root.end();
    if (!hasHead || issues.hasErrors()) {
      throw new IssueCollector.Abandoned();
    }
    return builder.build();
  }

  private void members(String name, Consumer<Map.Entry<String, SourceNode>> read) {
    Map<String, SourceNode> members = issues.attempt(() -> root.members(name)).orElse(Map.of());
    for (Map.Entry<String, SourceNode> each : members.entrySet()) {
      issues.attempt(
          () -> {
            read.accept(each);
            return each;
          });
    }
  }

  private String line(SourceNode node) {
    return ObjectReader.parse(node, LINE, text -> Texts.line("text", text), issues);
  }

  private String id(SourceNode node) {
    String id = line(node);
    if (id.length() > Submission.MAX_ID) {
      throw ObjectReader.badValue(
          node,
          id,
          "It is too long.",
          "at most %d characters".formatted(Submission.MAX_ID),
          issues);
    }
    return id;
  }

  private SubjectRef subject(SourceNode node) {
    if (node instanceof SourceNode.TextNode) {
      return ObjectReader.parse(node, LINE, SubjectRef::business, issues);
    }
    ObjectReader reader = ObjectReader.of(node, issues);
    SubjectType type =
        SubjectType.find(words.oneOf(reader.get("type"), SubjectType.codes())).orElseThrow();
    SubjectRef ref =
        ObjectReader.parse(reader.get("id"), LINE, id -> SubjectRef.of(type, id), issues);
    reader.end();
    return ref;
  }

  private Answer answer(SourceNode node) {
    if (node instanceof SourceNode.TextNode) {
      return Answer.of(state(node));
    }
    ObjectReader reader = ObjectReader.of(node, issues);
    Answer.State state = state(reader.get("answer"));
    Optional<BigDecimal> points = reader.findNumber("points");
    Optional<String> note =
        reader
            .find("note")
            .map(
                each ->
                    ObjectReader.parse(
                        each,
                        "at most %d characters".formatted(Answer.MAX_NOTE),
                        text -> Texts.text("note", text, Answer.MAX_NOTE),
                        issues));
    List<Evidence> evidence = words.each(reader, "evidence", this::evidence);
    Optional<Handling> handling = reader.find("handling").map(this::handling);
    reader.end();
    return new Answer(state, points, note, evidence, handling);
  }

  private Answer.State state(SourceNode node) {
    return Answer.State.find(words.oneOf(node, Answer.State.codes())).orElseThrow();
  }

  private Evidence evidence(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Evidence evidence = new Evidence(words.word(reader.get("kind")), line(reader.get("ref")));
    reader.end();
    return evidence;
  }

  private Handling handling(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Measure measure =
        Measure.find(words.oneOf(reader.get("measure"), Measure.codes())).orElseThrow();
    boolean hasDay = measure == Measure.DEADLINE;
    Optional<LocalDate> deadline =
        hasDay ? Optional.of(ObjectReader.date(reader.get("deadline"), issues)) : Optional.empty();
    reader.end();
    return new Handling(measure, deadline);
  }

  private Signature signature(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Signature signature = new Signature(words.word(reader.get("role")), line(reader.get("name")));
    reader.end();
    return signature;
  }

  /** A value as it stands; what type it has is for the form to say. */
  private AttributeValue value(SourceNode node) {
    if (node instanceof SourceNode.NumberNode number) {
      return new AttributeValue.Decimal(number.value());
    }
    if (node instanceof SourceNode.BooleanNode bool) {
      return AttributeValue.bool(bool.value());
    }
    if (node instanceof SourceNode.ListNode list) {
      return AttributeValue.codes(list.items().stream().map(this::line).toList());
    }
    return ObjectReader.parse(
        node,
        "a text of at most %d characters, a number, true, false or a list of words"
            .formatted(FieldValues.MAX_TEXT),
        text -> AttributeValue.string(Texts.text("text", text, FieldValues.MAX_TEXT)),
        issues);
  }
}
