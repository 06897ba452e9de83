package io.foodsafety.runtime.internal;

import io.foodsafety.dossier.BusinessDossier;
import io.foodsafety.dossier.DossierService;
import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactService;
import io.foodsafety.form.FormService;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskService;
import io.foodsafety.subject.SubjectService;
import java.util.List;
import java.util.Optional;

/** Puts dossiers together from what the other services read. */
final class DefaultDossierService implements DossierService {

  private final SubjectService subjects;
  private final FactService facts;
  private final FormService forms;
  private final RiskService risk;

  DefaultDossierService(
      SubjectService subjects, FactService facts, FormService forms, RiskService risk) {
    this.subjects = subjects;
    this.facts = facts;
    this.forms = forms;
    this.risk = risk;
  }

  @Override
  public BusinessDossier get(String id) {
    return dossier(id, Optional.empty());
  }

  @Override
  public BusinessDossier get(String id, String policy, AsOf asOf) {
    return dossier(id, Optional.of(risk.assess(policy, id, asOf)));
  }

  private BusinessDossier dossier(String id, Optional<RiskAssessment> assessment) {
    List<String> ids = subjects.allIds(id);
    SubjectRef ref = SubjectRef.business(ids.get(0));
    return new BusinessDossier(
        ids,
        subjects.findRecorded(ref.id()),
        subjects.identityActs(ref.id()),
        subjects.relations(ref.id()),
        facts.history(ref),
        forms.history(ref),
        assessment);
  }
}
