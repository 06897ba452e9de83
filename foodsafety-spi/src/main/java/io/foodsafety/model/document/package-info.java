/**
 * What an official document says, without saying how it looks: start with {@link
 * io.foodsafety.model.document.OfficialDocument}.
 *
 * <p>A document is a title, a number and parts: fields, boxes to be ticked, tables, paragraphs and
 * lines to sign on. Whoever makes it writes its texts in the document's language; a {@link
 * io.foodsafety.spi.document.DocumentRenderer} turns it into a file. What is not known is left
 * blank. All types are immutable and safe for use by many threads; builders are not.
 *
 * <pre>{@code
 * OfficialDocument notice = OfficialDocument.builder("notice", "告知书", Locale.CHINA, today)
 *     .number("2026-001")
 *     .part(new FieldsPart("", List.of(DocumentField.of("名称", Optional.of("荷花餐厅")))))
 *     .part(new SignaturesPart("", List.of(new SignatureLine("执法人员", Optional.empty(), Optional.empty()))))
 *     .build();
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.document;

import org.jspecify.annotations.NullMarked;
