package io.foodsafety.model.document;

/** A part of an official document. */
public sealed interface DocumentPart
    permits FieldsPart, ChecksPart, TablePart, TextPart, SignaturesPart {

  /** {@return its heading in the document's language; may be empty} */
  String title();
}
