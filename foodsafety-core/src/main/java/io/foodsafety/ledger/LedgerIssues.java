package io.foodsafety.ledger;

import io.foodsafety.model.issue.IssueType;

/** What a check of the ledger can find. */
public final class LedgerIssues {

  private static final String RESTORE = "Compare with a backup; somebody wrote past the library.";
  private static final String RESTORE_ZH = "请与备份比对；有人绕过本库写入了数据。";

  /** A sealed entry is not what was sealed. */
  public static final IssueType ENTRY_CHANGED =
      fault(
          "FS-LEDG-0001",
          "The ledger entry ({position}) was changed after it was sealed.",
          "账本条目（{position}）在封存后被更改。");

  /** A sealed entry is gone. */
  public static final IssueType ENTRY_DROPPED =
      fault(
          "FS-LEDG-0002",
          "The ledger entry ({position}) was removed after it was sealed.",
          "账本条目（{position}）在封存后被删除。");

  /** There is an entry among sealed ones that was not sealed. */
  public static final IssueType ENTRY_INSERTED =
      fault(
          "FS-LEDG-0003",
          "The ledger entry ({position}) was inserted among sealed ones.",
          "账本条目（{position}）是在已封存条目之间插入的。");

  /** A sealed entry is at another position. */
  public static final IssueType ENTRY_MOVED =
      fault(
          "FS-LEDG-0004",
          "The ledger entry sealed at ({position}) is now at ({found}).",
          "封存于（{position}）的账本条目现位于（{found}）。");

  /** An entry that is not sealed yet cannot be read. */
  public static final IssueType ENTRY_UNREADABLE =
      fault(
          "FS-LEDG-0005", "The ledger entry ({position}) cannot be read.", "账本条目（{position}）无法读取。");

  /** A seal does not agree with itself. */
  public static final IssueType SEAL_CHANGED =
      fault(
          "FS-LEDG-0011",
          "The seal ({seal}) at position ({position}) was changed: its hash is not that of its content.",
          "位置（{position}）的封条（{seal}）被更改：哈希与内容不符。");

  /** A seal does not follow the one before it. */
  public static final IssueType SEAL_UNLINKED =
      fault(
          "FS-LEDG-0012",
          "The seal ({seal}) at position ({position}) does not continue the seal before it, which was changed or replaced.",
          "位置（{position}）的封条（{seal}）与前一封条不相连，前者被更改或替换。");

  /** Seals are missing. */
  public static final IssueType SEAL_MISSING =
      fault(
          "FS-LEDG-0013",
          "The seal ({expected}) is missing; seal ({seal}) at position ({position}) comes instead.",
          "缺少封条（{expected}）；位置（{position}）处为封条（{seal}）。");

  /** A seal cannot be read. */
  public static final IssueType SEAL_UNREADABLE =
      fault(
          "FS-LEDG-0014",
          "The seal at position ({position}) cannot be read, so its entries cannot be checked.",
          "位置（{position}）的封条无法读取，其条目无法核对。");

  /** A stored document is not what the ledger says. */
  public static final IssueType DOCUMENT_CHANGED =
      fault(
          "FS-LEDG-0021",
          "The document ({collection}/{id}) is not what ledger entry ({position}) says was stored.",
          "文档（{collection}/{id}）与账本条目（{position}）所记不符。");

  /** A document is gone without an entry. */
  public static final IssueType DOCUMENT_MISSING =
      fault(
          "FS-LEDG-0022",
          "The document ({collection}/{id}) is missing; ledger entry ({position}) says that it was stored.",
          "文档（{collection}/{id}）缺失；账本条目（{position}）记载其已存储。");

  /** A document is there that no entry mentions. */
  public static final IssueType DOCUMENT_UNKNOWN =
      fault(
          "FS-LEDG-0023",
          "The document ({collection}/{id}) is in no ledger entry.",
          "文档（{collection}/{id}）没有任何账本条目。");

  /** A document is older than the ledger says. */
  public static final IssueType DOCUMENT_STALE =
      fault(
          "FS-LEDG-0024",
          "The document ({collection}/{id}) is at version {version}; ledger entry ({position}) says {expected}.",
          "文档（{collection}/{id}）的版本为 {version}；账本条目（{position}）为 {expected}。");

  /** A document was changed without an entry. */
  public static final IssueType DOCUMENT_AHEAD =
      fault(
          "FS-LEDG-0025",
          "The document ({collection}/{id}) is at version {version}, which no ledger entry mentions; the last one ({position}) says {expected}.",
          "文档（{collection}/{id}）的版本为 {version}，无对应账本条目；最后条目（{position}）为 {expected}。");

  /** A deleted document is there. */
  public static final IssueType DOCUMENT_RETURNED =
      fault(
          "FS-LEDG-0026",
          "The document ({collection}/{id}) is there; ledger entry ({position}) says that it was deleted.",
          "文档（{collection}/{id}）仍存在；账本条目（{position}）记载其已删除。");

  /** The entries of a document do not follow each other. */
  public static final IssueType VERSION_SKIPPED =
      fault(
          "FS-LEDG-0027",
          "The ledger entry ({position}) is about version {version} of document ({collection}/{id}); version {expected} was due.",
          "账本条目（{position}）为文档（{collection}/{id}）的版本 {version}；应为版本 {expected}。");

  /** The stored tree is not that of the sealed entries. */
  public static final IssueType TREE_CHANGED =
      fault(
          "FS-LEDG-0031",
          "The document ({collection}/{id}) of the tree is not what the seals give.",
          "树的文档（{collection}/{id}）与封条推算的不符。");

  /** There is a document beside the stored tree. */
  public static final IssueType TREE_UNKNOWN =
      fault(
          "FS-LEDG-0032",
          "The document ({collection}/{id}) is no part of the tree.",
          "文档（{collection}/{id}）不属于该树。");

  /** Seals are missing at the end. */
  public static final IssueType SEALS_CUT =
      fault(
          "FS-LEDG-0033",
          "The seals cover {size} entries; the tree was made of {expected}: the last seals are missing.",
          "封条覆盖 {size} 个条目，而树由 {expected} 个条目构成：缺少末尾的封条。");

  /** The seal at the end of the tree is at another position, or another one. */
  public static final IssueType SEAL_MOVED =
      fault(
          "FS-LEDG-0034",
          "The seal at position ({position}) is not the one at ({expected}) with which the tree ends.",
          "位置（{position}）的封条不是树末尾所记（{expected}）的封条。");

  /** A root that was kept elsewhere is not that of the ledger. */
  public static final IssueType ANCHOR_CONTRADICTED =
      fault(
          "FS-LEDG-0041",
          "The root of the first {expected} entries is not the root ({root}) that was kept.",
          "前 {expected} 个条目的根与留存的根（{root}）不符。");

  /** A root was kept of more entries than there are. */
  public static final IssueType ANCHOR_AHEAD =
      fault(
          "FS-LEDG-0042",
          "A root ({root}) of {expected} entries was kept; the ledger can show only {size} of them.",
          "留存的根（{root}）含 {expected} 个条目；账本只能给出其中 {size} 个。");

  /** A kept root cannot be read. */
  public static final IssueType ANCHOR_UNREADABLE =
      IssueType.error(
          "FS-LEDG-0043",
          "The line is no root of a ledger: {fault}.",
          "该行不是账本的根：{fault}。",
          "Compare the file with a copy; a line is {\"type\":\"ledger-root\",…}, as anchoring writes it.",
          "请与副本比对；每行形如 {\"type\":\"ledger-root\",…}，由锚定写入。");

  private LedgerIssues() {}

  private static IssueType fault(String code, String english, String chinese) {
    return IssueType.error(code, english, chinese, RESTORE, RESTORE_ZH);
  }
}
