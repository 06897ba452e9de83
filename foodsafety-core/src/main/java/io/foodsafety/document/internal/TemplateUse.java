package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentDetails;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.document.TemplateText;
import io.foodsafety.record.internal.NearestNames;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a template uses: names of values, and roles.
 *
 * @param values the names of the values
 * @param roles the roles of those who sign
 */
record TemplateUse(Set<String> values, Set<String> roles) {

  static TemplateUse of(DocumentTemplate template, Phrases phrases) {
    TemplateUse use = new TemplateUse(new TreeSet<>(), new TreeSet<>());
    template.parts().forEach(part -> use.add(part, phrases));
    template.note().ifPresent(note -> use.values().addAll(Names.slots(note.in(phrases.locale()))));
    use.values().stream().flatMap(name -> Names.role(name).stream()).forEach(use.roles()::add);
    return use;
  }

  private void add(TemplatePart part, Phrases phrases) {
    part.title().ifPresent(title -> add(title, phrases));
    if (part instanceof TemplatePart.Fields fields) {
      for (TemplatePart.Field field : fields.fields()) {
        values.add(field.value());
        add(field.label(), phrases);
      }
    } else if (part instanceof TemplatePart.Checks checks) {
      for (TemplatePart.Box box : checks.boxes()) {
        add(box.text(), phrases);
        box.condition()
            .filter(TemplatePart.ValueIs.class::isInstance)
            .map(TemplatePart.ValueIs.class::cast)
            .ifPresent(is -> values.add(is.value()));
      }
    } else if (part instanceof TemplatePart.Table table) {
      table.columns().forEach(column -> add(column.heading(), phrases));
    } else if (part instanceof TemplatePart.Paragraphs paragraphs) {
      paragraphs.paragraphs().forEach(text -> add(text, phrases));
    } else if (part instanceof TemplatePart.Signatures signatures) {
      for (TemplatePart.Line line : signatures.lines()) {
        roles.add(line.role());
        add(line.label(), phrases);
      }
    }
  }

  private void add(TemplateText text, Phrases phrases) {
    values.addAll(Names.slots(text.in(phrases.locale(), phrases.texts())));
  }

  /** Refuses details that would be lost. */
  void check(DocumentDetails details) {
    details.values().keySet().forEach(name -> known("value", name, values));
    details.signatures().forEach(signed -> known("role", signed.role(), roles));
  }

  private static void known(String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "The template does not use the %s (%s). Maybe %s?"
              .formatted(what, name, NearestNames.of(name, known)));
    }
  }
}
