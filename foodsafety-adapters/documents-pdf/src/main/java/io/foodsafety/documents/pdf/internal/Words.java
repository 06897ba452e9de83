package io.foodsafety.documents.pdf.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The words that a renderer adds, in the language of the document. */
record Words(boolean chinese) {

  static Words of(Locale locale) {
    return new Words(locale.getLanguage().equals("zh"));
  }

  String language() {
    return chinese ? "zh-CN" : "en";
  }

  String number() {
    return chinese ? "编号：" : "No. ";
  }

  String page() {
    return chinese ? "第 " : "Page ";
  }

  String of() {
    return chinese ? " 页，共 " : " of ";
  }

  String end() {
    return chinese ? " 页" : "";
  }

  String hash() {
    return chinese ? "内容校验 SHA-256：" : "Content SHA-256: ";
  }

  String signature() {
    return chinese ? "（签名）：" : " (signature): ";
  }

  /** A day, or the places for one that is written by hand. */
  String date(Optional<LocalDate> date) {
    if (date.isEmpty()) {
      return chinese ? "　　年　　月　　日" : "Date: ";
    }
    LocalDate day = date.get();
    return chinese
        ? "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
        : "Date: " + day;
  }
}
