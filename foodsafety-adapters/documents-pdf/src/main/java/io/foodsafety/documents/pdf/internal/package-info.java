/** Writes documents as pages and as PDF. */
@NullMarked
package io.foodsafety.documents.pdf.internal;

import org.jspecify.annotations.NullMarked;
