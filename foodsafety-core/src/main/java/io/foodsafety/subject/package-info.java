/**
 * The register of businesses: start with {@link io.foodsafety.subject.SubjectService}, which a
 * session hands out.
 *
 * <p>A subject's attributes have valid-from dates and are read as of a day; its name, licences and
 * the rest are those of the record that holds from the latest day. The order in which records of
 * different days come does not matter. A business that facts mention need not be registered.
 *
 * <pre>{@code
 * session.subjects().register(Subject.builder("S1", "红谷滩食堂").segment("catering").build());
 * session.subjects().list().forEach(subject -> …);
 * }</pre>
 */
@NullMarked
package io.foodsafety.subject;

import org.jspecify.annotations.NullMarked;
