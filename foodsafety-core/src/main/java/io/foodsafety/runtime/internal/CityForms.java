package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FormException;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.internal.FactRuleCheck;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The forms of a city, and the catalogue that they extend.
 *
 * @param forms the forms, by id, then first day
 * @param catalogue what was declared before, and what the forms declare
 */
public record CityForms(List<FormTemplate> forms, FactCatalogue catalogue) {

  /** Where a form comes from: read on top of what is declared already. */
  public interface Source extends Function<FactCatalogue, FormTemplate> {}

  /** Reads forms, each on top of those before it; what is wrong is added to the issues. */
  static CityForms read(List<Source> sources, FactCatalogue base, List<Issue> issues) {
    List<FormTemplate> forms = new ArrayList<>();
    FactCatalogue catalogue = base;
    for (Source source : sources) {
      try {
        FormTemplate form = source.apply(catalogue);
        catalogue = declare(form, catalogue, issues);
        issues.addAll(FactRuleCheck.check(form, catalogue));
        checkVersions(form, forms, issues);
        forms.add(form);
      } catch (FormException e) {
        issues.addAll(e.issues());
      }
    }
    forms.sort(
        Comparator.comparing(FormTemplate::id)
            .thenComparing(form -> form.effectiveFrom().orElse(LocalDate.MIN)));
    return new CityForms(List.copyOf(forms), catalogue);
  }

  private static FactCatalogue declare(
      FormTemplate form, FactCatalogue catalogue, List<Issue> issues) {
    try {
      return catalogue.plus(form.declares().kinds(), form.declares().subjectAttributes());
    } catch (IllegalArgumentException e) {
      issues.add(
          FormIssues.BAD_DECLARATION
              .at(Location.unknown())
              .with("form", form.id())
              .with("fault", String.valueOf(e.getMessage()))
              .build());
      return catalogue;
    }
  }

  private static void checkVersions(
      FormTemplate form, List<FormTemplate> others, List<Issue> issues) {
    for (FormTemplate other : others) {
      boolean isSame = other.version().equals(form.version());
      if (other.id().equals(form.id()) && (isSame || other.overlaps(form))) {
        issues.add(
            FormIssues.OVERLAPPING_VERSIONS
                .at(Location.unknown())
                .with("form", form.id())
                .with("first", other.version())
                .with("second", form.version())
                .build());
      }
    }
  }

  /** A form by id and version. */
  Optional<FormTemplate> find(String id, String version) {
    return forms.stream()
        .filter(form -> form.id().equals(id) && form.version().equals(version))
        .findFirst();
  }
}
