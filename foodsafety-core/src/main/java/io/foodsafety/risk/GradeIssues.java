package io.foodsafety.risk;

import io.foodsafety.model.issue.IssueType;

/** What can keep changes of grades from being recorded. */
public final class GradeIssues {

  /** A record of a business is damaged. */
  public static final IssueType BUSINESS_UNREAD =
      IssueType.warning(
          "FS-GRADE-0001",
          "The grade of business ({business}) by policy ({policy}) is not followed: the stored document ({document}) is damaged.",
          "企业（{business}）按规则（{policy}）的等级未能跟踪：所存文档（{document}）已损坏。",
          "Restore the document; ledger verify says more of records. One of grade_days is made anew with the next record of the business. Each advance tries again, and a change then gets the day of that call.",
          "请恢复该文档；若为记录，详情见 ledger verify；grade_days 中的文档将随该企业的下一条记录重建。每次推进都会重试，恢复后的变化记为该次推进之日。");

  /** A record is damaged, and nobody can say which businesses it is about. */
  public static final IssueType RECORD_UNREAD =
      IssueType.warning(
          "FS-GRADE-0002",
          "The stored document ({document}) is damaged, and does not say which businesses are to be graded by policy ({policy}).",
          "所存文档（{document}）已损坏，无法得知哪些企业应按规则（{policy}）重新评级。",
          "Restore the document; ledger verify says more. Each advance tries again.",
          "请恢复该文档，详情见 ledger verify。每次推进都会重试。");

  private GradeIssues() {}
}
