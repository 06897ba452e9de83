/**
 * Grades and their scales: a {@link io.foodsafety.model.grade.Grade} always carries its {@link
 * io.foodsafety.model.grade.GradeScale}.
 *
 * <p>Risk grade, catering quantified grade, responsibility level and credit grade all use A to D
 * and mean different things; comparing grades of two scales is a programmer error. All types are
 * immutable.
 *
 * <pre>{@code
 * GradeScale risk = GradeScale.of("risk", GradeScale.Better.LOWER, List.of("A", "B", "C", "D"));
 * risk.grade("B").isWorseThan(risk.grade("A")); // true
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.grade;

import org.jspecify.annotations.NullMarked;
