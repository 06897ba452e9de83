/**
 * Forms: check tables of inspections, self-checks and declarations, and the facts that come out of
 * them. Start with {@link io.foodsafety.form.FormTemplate} and {@link
 * io.foodsafety.form.FormEngine}.
 *
 * <p>A form is data, read from a JSON file and checked as a whole. A {@link
 * io.foodsafety.form.Submission} answers its items in three states and fills in its fields; it is
 * compared with the form, counted, set beside the last visit, and recorded with its facts by {@link
 * io.foodsafety.form.FormService}. An item of which it is not known whether it applies is asked.
 * All types but the builder are immutable.
 *
 * <pre>{@code
 * FormTemplate form = FormTemplate.read(Path.of("form.json"), FactCatalogue.standard());
 * Submission visit = Submission.of("V1", form, SubjectRef.business("S1"), Moment.parse("2024-05-02"))
 *     .submitters("inspector-7", "inspector-8")
 *     .answer("1.1", Answer.satisfied())
 *     .answer("1.2", Answer.notSatisfied().withHandling(Handling.of(Measure.ON_SPOT)))
 *     .build();
 * FormEngine engine = FormEngine.of(form, ZoneId.of("Asia/Shanghai"));
 * List<Issue> issues = engine.check(visit, subject);
 * FormResult result = engine.count(visit, subject);
 * }</pre>
 */
@NullMarked
package io.foodsafety.form;

import org.jspecify.annotations.NullMarked;
