package io.foodsafety.subject;

import io.foodsafety.model.issue.IssueType;

/** Why a well-formed subject is refused. */
public final class SubjectIssues {

  /** A subject is registered under this id with other content. */
  public static final IssueType OTHER_SUBJECT =
      IssueType.error(
          "FS-SUBJECT-0101",
          "The subject ({id}) is already registered with other content in: {fields}.",
          "主体（{id}）已登记，且以下内容不同：{fields}。",
          "Say from when the new content holds, with validFrom.",
          "请用 validFrom 说明新内容的起始日期。");

  /** A business and itself. */
  public static final IssueType SAME_BUSINESS =
      IssueType.error(
          "FS-SUBJECT-0111",
          "The ids ({kept}, {absorbed}) already lead to one business.",
          "编号（{kept}、{absorbed}）已指向同一主体。",
          "Name two businesses.",
          "请指定两个不同的主体。");

  /** It was merged into another one. */
  public static final IssueType MERGED_ELSEWHERE =
      IssueType.error(
          "FS-SUBJECT-0112",
          "The subject ({absorbed}) is merged into another one ({kept}).",
          "主体（{absorbed}）已并入另一主体（{kept}）。",
          "Split it first.",
          "请先拆分。");

  /** Nothing is registered under the id. */
  public static final IssueType UNKNOWN_SUBJECT =
      IssueType.error(
          "FS-SUBJECT-0113",
          "The subject ({id}) is not registered.",
          "主体（{id}）未登记。",
          "Register it first, or mend the id.",
          "请先登记，或更正编号。");

  /** It is not merged into anything. */
  public static final IssueType NOT_MERGED =
      IssueType.error(
          "FS-SUBJECT-0114",
          "The subject ({id}) was never merged into another one.",
          "主体（{id}）从未并入其他主体。",
          "Mend the id.",
          "请更正编号。");

  /** A kind of relation that nobody declares. */
  public static final IssueType UNKNOWN_RELATION_KIND =
      IssueType.error(
          "FS-SUBJECT-0121",
          "The kind of relation ({kind}) is unknown.",
          "关系类别（{kind}）未定义。",
          "Known kinds: {nearest}. A region adds its own with the table relation-kinds.",
          "可用类别：{nearest}。地区包可用表 relation-kinds 增补。");

  /** The relation is recorded with another end. */
  public static final IssueType OTHER_END =
      IssueType.error(
          "FS-SUBJECT-0122",
          "The relation of ({from}) and ({to}) is recorded with another last day ({validTo}).",
          "主体（{from}）与（{to}）的关系已记录，且终止日不同（{validTo}）。",
          "Withdraw the recorded relation first.",
          "请先撤回已记录的关系。");

  /** The relation is not recorded. */
  public static final IssueType UNKNOWN_RELATION =
      IssueType.error(
          "FS-SUBJECT-0123",
          "A relation of ({from}) and ({to}) with this kind and first day is not recorded.",
          "未记录主体（{from}）与（{to}）的该类别、该起始日的关系。",
          "Name the relation as it was recorded.",
          "请按记录时的内容指定关系。");

  private SubjectIssues() {}
}
