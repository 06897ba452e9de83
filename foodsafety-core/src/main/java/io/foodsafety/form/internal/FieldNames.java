package io.foodsafety.form.internal;

import io.foodsafety.form.FormField;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of a form by name. A field that was given up, with its issue, causes no further one.
 */
final class FieldNames {

  private final Map<String, FormField> fields;
  private final Set<String> all;
  private final WordReader words;

  FieldNames(List<FormField> fields, Collection<String> all, WordReader words) {
    this.fields =
        fields.stream()
            .collect(Collectors.toMap(FormField::name, Function.identity(), (a, b) -> a));
    this.all = Set.copyOf(all);
    this.words = words;
  }

  /** The field that a node names. */
  FormField get(SourceNode node) {
    if (node instanceof SourceNode.TextNode text
        && all.contains(text.value())
        && !fields.containsKey(text.value())) {
      throw new IssueCollector.Abandoned();
    }
    return words.known("field", node, fields);
  }
}
