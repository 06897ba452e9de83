package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.testkit.rules.internal.JsonDocument;
import io.foodsafety.testkit.rules.internal.Members;
import io.foodsafety.testkit.rules.internal.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of cases and collects everything that is wrong with its form. */
final class CaseFileReader {

  private static final String CASES = "cases";
  private static final String CASE = "case";
  private static final String SUBJECT = "subject";
  private static final String AS_OF = "asOf";
  private static final String FACTS = "facts";
  private static final Set<String> FILE_MEMBERS =
      Set.of("$schema", "policy", "title", SUBJECT, AS_OF, CASES);
  private static final Set<String> CASE_MEMBERS =
      Set.of(CASE, "basis", SUBJECT, FACTS, AS_OF, "asOfFact", "expect");

  private final Places places;
  private final List<Issue> issues = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private CaseFileReader(Places places) {
    this.places = places;
  }

  static PolicyCases read(byte[] bytes, String source) {
    JsonDocument document = JsonDocument.read(bytes, source);
    CaseFileReader reader = new CaseFileReader(document.places());
    PolicyCases cases = reader.file(document.root());
    if (!reader.issues.isEmpty()) {
      throw new CaseFileException(reader.issues);
    }
    return cases;
  }

  private PolicyCases file(@Nullable Object root) {
    Members file = Members.of(root, "", FILE_MEMBERS, places, issues);
    file.require("policy");
    file.require(CASES);
    file.text("title");
    Optional<String> policy = file.text("policy");
    Optional<LocalDate> day = file.date(AS_OF);
    Optional<Map<String, @Nullable Object>> subject = map(file, SUBJECT);
    List<PolicyCase> cases = new ArrayList<>();
    List<?> given = file.list(CASES);
    for (int i = 0; i < given.size(); i++) {
      String pointer = Places.child(file.pointer(CASES), String.valueOf(i));
      cases.add(policyCase(given.get(i), pointer, policy, subject, day));
    }
    return new PolicyCases(policy.orElse(""), cases);
  }

  private PolicyCase policyCase(
      @Nullable Object value,
      String pointer,
      Optional<String> policy,
      Optional<Map<String, @Nullable Object>> commonSubject,
      Optional<LocalDate> commonDay) {
    Members members = Members.of(value, pointer, CASE_MEMBERS, places, issues);
    members.require(CASE);
    members.require("expect");
    members.text("basis");
    String name = members.text(CASE).orElse("");
    if (!name.isEmpty() && !names.add(name)) {
      issues.add(
          CaseIssues.DUPLICATE_CASE.at(places.of(members.pointer(CASE))).with(CASE, name).build());
    }
    Optional<Map<String, @Nullable Object>> own = map(members, SUBJECT);
    Optional<String> asOfFact = members.text("asOfFact");
    Optional<LocalDate> asOf = members.date(AS_OF).or(() -> commonDay);
    return new PolicyCase(
        name,
        policy,
        own.or(() -> commonSubject),
        facts(members),
        asOfFact.isPresent() ? Optional.empty() : asOf,
        asOfFact,
        members.get("expect") == null
            ? List.of()
            : new ExpectReader(places, issues)
                .read(members.get("expect"), members.pointer("expect")),
        new PolicyCase.Origin(
            places, pointer, own.isPresent() ? members.pointer(SUBJECT) : "/" + SUBJECT));
  }

  private List<Map<String, @Nullable Object>> facts(Members members) {
    List<Map<String, @Nullable Object>> facts = new ArrayList<>();
    List<?> given = members.list(FACTS);
    for (int i = 0; i < given.size(); i++) {
      String pointer = Places.child(members.pointer(FACTS), String.valueOf(i));
      if (given.get(i) instanceof Map<?, ?> fact) {
        facts.add(fields(fact));
      } else {
        members.wrong(pointer, given.get(i), "an object");
      }
    }
    return facts;
  }

  private static Optional<Map<String, @Nullable Object>> map(Members members, String name) {
    Object value = members.get(name);
    if (value instanceof Map<?, ?> map) {
      return Optional.of(fields(map));
    }
    if (value != null) {
      members.wrong(members.pointer(name), value, "an object");
    }
    return Optional.empty();
  }

  private static Map<String, @Nullable Object> fields(Map<?, ?> map) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return fields;
  }
}
