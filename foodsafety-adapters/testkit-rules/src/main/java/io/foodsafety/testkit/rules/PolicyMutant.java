package io.foodsafety.testkit.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.testkit.rules.internal.JsonDocument;
import io.foodsafety.testkit.rules.internal.Places;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy with one small change: a number one higher, a period a day longer, {@code ge} in the
 * place of {@code gt}, {@code any} in that of {@code all}, and the other way round. Cases that do
 * not notice the change leave something untested.
 *
 * @param change what was changed, and where: a JSON pointer
 * @param text the changed policy
 */
public record PolicyMutant(String change, String text) {

  private static final Set<String> RULES =
      Set.of(
          "tables",
          "define",
          "appliesTo",
          "noGrade",
          "static",
          "dynamic",
          "caps",
          "bands",
          "limits",
          "directGrades",
          "adjustments");
  private static final Map<String, String> TWINS =
      Map.of("ge", "gt", "gt", "ge", "le", "lt", "lt", "le", "all", "any", "any", "all");

  /** Checks that the parts are there. */
  public PolicyMutant {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(text, "text");
  }

  /** {@return the changed policy, UTF-8} */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * All changes of a policy, one at a time. Some of them are no policies any more, such as one with
   * a gap between its bands.
   *
   * @param policy the policy, UTF-8
   * @return the changed policies
   * @throws CaseFileException if the policy is not well-formed JSON
   */
  public static List<PolicyMutant> of(byte[] policy) {
    Object root = JsonDocument.read(policy, "policy").root();
    List<PolicyMutant> mutants = new ArrayList<>();
    if (root instanceof Map<?, ?> members) {
      new Walk(members, mutants).members();
    }
    return mutants;
  }

  /** Looks at every value of the rules, and writes the whole anew with one of them changed. */
  private record Walk(Map<?, ?> policy, List<PolicyMutant> mutants) {

    void members() {
      policy.forEach(
          (name, value) -> {
            if (RULES.contains(String.valueOf(name))) {
              look(value, Places.child("", String.valueOf(name)));
            }
          });
    }

    private void look(@Nullable Object value, String pointer) {
      if (value instanceof Map<?, ?> map) {
        map.forEach(
            (name, member) -> {
              twin(map, String.valueOf(name), pointer);
              look(member, Places.child(pointer, String.valueOf(name)));
            });
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          look(list.get(i), Places.child(pointer, String.valueOf(i)));
        }
      } else if (value instanceof BigDecimal number) {
        add(pointer, number.toPlainString(), number.add(BigDecimal.ONE));
      } else if (value instanceof String text && text.matches("-?P[0-9YMWD]+")) {
        add(pointer, text, text.endsWith("D") ? "P1" + text.substring(1) : text + "1D");
      }
    }

    private void twin(Map<?, ?> map, String name, String pointer) {
      String twin = TWINS.get(name);
      if (twin != null && map.size() == 1 && isPlural(map.get(name))) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        changed.put(twin, map.get(name));
        add(Places.child(pointer, name), name, changed, twin, pointer);
      }
    }

    /** A condition of one operand alone is the same with either operator. */
    private static boolean isPlural(@Nullable Object operands) {
      return operands instanceof List<?> list && list.size() > 1;
    }

    private void add(String pointer, String before, Object after) {
      add(pointer, before, after, String.valueOf(after), pointer);
    }

    private void add(String shown, String before, Object after, String afterShown, String pointer) {
      String change = "%s: %s instead of %s".formatted(shown, afterShown, before);
      mutants.add(new PolicyMutant(change, write(pointer, after)));
    }

    private String write(String pointer, Object after) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
        write(json, policy, "", pointer, after);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }

    private void write(
        JsonGenerator json, @Nullable Object value, String at, String pointer, Object after)
        throws IOException {
      Object written = at.equals(pointer) ? after : value;
      if (written instanceof Map<?, ?> map) {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
          String name = String.valueOf(member.getKey());
          json.writeFieldName(name);
          write(json, member.getValue(), Places.child(at, name), pointer, after);
        }
        json.writeEndObject();
      } else if (written instanceof List<?> list) {
        json.writeStartArray();
        for (int i = 0; i < list.size(); i++) {
          write(json, list.get(i), Places.child(at, String.valueOf(i)), pointer, after);
        }
        json.writeEndArray();
      } else if (written instanceof BigDecimal number) {
        json.writeNumber(number);
      } else if (written instanceof Boolean truth) {
        json.writeBoolean(truth);
      } else if (written == null) {
        json.writeNull();
      } else {
        json.writeString(String.valueOf(written));
      }
    }
  }
}
