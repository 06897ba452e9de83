package io.foodsafety.region.internal;

import io.foodsafety.document.DocumentIssues;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.internal.TemplateLines;
import io.foodsafety.document.internal.TemplateReader;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.region.internal.PackDocument.Json;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.source.internal.IssueCollector;
import java.util.ArrayList;
import java.util.List;

/** Reads the templates of a region and compares them with the policies that they name. */
final class TemplatesReader {

  private final Layers layers;
  private final List<RiskPolicy> policies;
  private final IssueCollector issues;

  TemplatesReader(Layers layers, List<RiskPolicy> policies, IssueCollector issues) {
    this.layers = layers;
    this.policies = policies;
    this.issues = issues;
  }

  List<DocumentTemplate> read() {
    List<DocumentTemplate> templates = new ArrayList<>();
    for (String id : layers.ids(DocumentKind.DOCUMENT)) {
      for (PackDocument document : layers.versions(new DocumentKey(DocumentKind.DOCUMENT, id))) {
        Json json = (Json) document.content();
        issues
            .attempt(() -> TemplateReader.read(json.root(), json.sha256(), issues))
            .ifPresent(
                template -> {
                  check(template, document);
                  templates.add(template);
                });
      }
    }
    return List.copyOf(templates);
  }

  private void check(DocumentTemplate template, PackDocument document) {
    template
        .policy()
        .ifPresent(
            id -> {
              List<RiskPolicy> named =
                  policies.stream().filter(policy -> policy.id().equals(id)).toList();
              // Of a policy that is there and wrong, enough is said.
              if (!layers.ids(DocumentKind.POLICY).contains(id)) {
                issues.add(
                    DocumentIssues.UNKNOWN_NAME
                        .at(document.location())
                        .with("what", "policy")
                        .with("name", id)
                        .with(
                            "nearest",
                            NearestNames.of(id, policies.stream().map(RiskPolicy::id).toList()))
                        .build());
              }
              named.forEach(
                  policy ->
                      TemplateLines.check(template, policy, document.location())
                          .forEach(issues::add));
            });
  }
}
