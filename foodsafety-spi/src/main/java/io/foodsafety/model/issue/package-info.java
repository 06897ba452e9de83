/**
 * What is wrong with data, as a value: start with {@link io.foodsafety.model.issue.Issue}.
 *
 * <p>An issue says where, what, and what to do about it. It is found in one place, reported once,
 * and never logged where it is found. All types are immutable and safe for use by many threads.
 *
 * <pre>{@code
 * IssueType unknownKind = IssueType.error("FS-FACT-0002",
 *     "The kind ({kind}) is unknown.", "事实类别（{kind}）未知。",
 *     "Maybe {nearest}.", "是否为 {nearest}？");
 * Issue issue = unknownKind.at(Location.line("facts.ndjson", 12)).with("kind", "penality").with("nearest", "penalty").build();
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.issue;

import org.jspecify.annotations.NullMarked;
