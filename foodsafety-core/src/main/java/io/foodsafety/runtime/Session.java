package io.foodsafety.runtime;

import io.foodsafety.access.SealedAttributeService;
import io.foodsafety.document.DocumentService;
import io.foodsafety.dossier.DossierService;
import io.foodsafety.fact.FactService;
import io.foodsafety.form.FormService;
import io.foodsafety.ledger.LedgerService;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.notification.NotificationService;
import io.foodsafety.record.RecordService;
import io.foodsafety.report.ReportService;
import io.foodsafety.risk.RiskService;
import io.foodsafety.runtime.internal.City;
import io.foodsafety.subject.SubjectService;
import io.foodsafety.trace.TraceService;

/**
 * The services of a city, on behalf of one actor, whom the ledger names with every change. Cheap to
 * make; safe for use by many threads.
 */
public final class Session {

  private final Actor actor;
  private final SubjectService subjects;
  private final FactService facts;
  private final SealedAttributeService sealedAttributes;
  private final FormService forms;
  private final RecordService records;
  private final RiskService risk;
  private final DossierService dossiers;
  private final LedgerService ledger;
  private final ReportService reports;
  private final DocumentService documents;
  private final TraceService trace;
  private final NotificationService notifications;

  Session(City city, Actor actor) {
    this.actor = actor;
    this.subjects = city.subjects(actor);
    this.facts = city.facts(actor);
    this.sealedAttributes = city.sealedAttributes(actor);
    this.forms = city.forms(actor);
    this.records = city.records(actor);
    this.risk = city.risk(subjects, facts);
    this.dossiers = city.dossiers(subjects, facts, forms, risk);
    this.ledger = city.ledger();
    this.reports = city.reports(subjects, facts);
    this.documents = city.documents(subjects, forms);
    this.trace = city.trace(actor);
    this.notifications = city.notifications(actor);
  }

  /** {@return on whose behalf} */
  public Actor actor() {
    return actor;
  }

  /** {@return the register of businesses} */
  public SubjectService subjects() {
    return subjects;
  }

  /** {@return facts and withdrawals} */
  public FactService facts() {
    return facts;
  }

  /** {@return what is stored encrypted, and its keys} */
  public SealedAttributeService sealedAttributes() {
    return sealedAttributes;
  }

  /** {@return forms and their submissions} */
  public FormService forms() {
    return forms;
  }

  /** {@return the import of files and streams} */
  public RecordService records() {
    return records;
  }

  /** {@return grading} */
  public RiskService risk() {
    return risk;
  }

  /** {@return all that is known of a business in one view} */
  public DossierService dossiers() {
    return dossiers;
  }

  /** {@return the ledger} */
  public LedgerService ledger() {
    return ledger;
  }

  /** {@return the writing of reports} */
  public ReportService reports() {
    return reports;
  }

  /** {@return official documents} */
  public DocumentService documents() {
    return documents;
  }

  /** {@return trace events: what happened to lots} */
  public TraceService trace() {
    return trace;
  }

  /** {@return telling people, with receipt, reminder and escalation} */
  public NotificationService notifications() {
    return notifications;
  }

  /** {@return the actor} */
  @Override
  public String toString() {
    return actor.toString();
  }
}
