package io.foodsafety.archive;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong when a city is moved. */
public final class ArchiveIssues {

  private static final String EXPORT_AGAIN =
      "Copy the file again from where it was written, or export again; nothing was imported.";
  private static final String EXPORT_AGAIN_ZH = "请从原处重新复制，或重新导出；未导入任何内容。";

  /** The file is no archive. */
  public static final IssueType UNREADABLE =
      IssueType.error(
          "FS-ARCH-0001",
          "The file ({file}) is no archive of a city, or was cut off: {cause}.",
          "文件（{file}）不是城市存档，或已被截断：{cause}。",
          EXPORT_AGAIN,
          EXPORT_AGAIN_ZH);

  /** A part differs from its checksum. */
  public static final IssueType CHANGED =
      IssueType.error(
          "FS-ARCH-0002",
          "The archive ({file}) was damaged or changed: {what}.",
          "城市存档（{file}）已损坏或被改动：{what}。",
          EXPORT_AGAIN,
          EXPORT_AGAIN_ZH);

  /** Another version wrote the archive. */
  public static final IssueType FORMAT =
      IssueType.error(
          "FS-ARCH-0003",
          "The archive ({file}) has format {format}; this version reads format {current}.",
          "城市存档（{file}）的格式为 {format}；本版本读取格式 {current}。",
          "Import it with the version that wrote it, or a newer one.",
          "请使用写出它的版本或更新的版本导入。");

  /** The archive has a collection or log that this version does not know. */
  public static final IssueType UNKNOWN_PART =
      IssueType.error(
          "FS-ARCH-0004",
          "The archive ({file}) holds the part ({part}), which this version does not know.",
          "城市存档（{file}）含有本版本不认识的部分（{part}）。",
          "Import it with the version that wrote it, or a newer one.",
          "请使用写出它的版本或更新的版本导入。");

  /** The storage is not empty. */
  public static final IssueType NOT_EMPTY =
      IssueType.error(
          "FS-ARCH-0005",
          "The storage is not empty: {what}.",
          "存储非空：{what}。",
          "A city is imported into an empty storage; nothing was changed.",
          "城市只能导入空的存储；未作任何更改。");

  /** The storage holds a part of another archive. */
  public static final IssueType OTHER_IMPORT =
      IssueType.error(
          "FS-ARCH-0006",
          "The storage holds an unfinished import of another archive.",
          "存储中有另一存档尚未完成的导入。",
          "Import that archive again, which goes on where it was cut off, or empty the storage.",
          "请重新导入该存档（从中断处继续），或清空存储。");

  /** The storage holds a part of an archive. */
  public static final IssueType UNFINISHED =
      IssueType.error(
          "FS-ARCH-0007",
          "The storage holds an unfinished import of a city.",
          "存储中有尚未完成的城市导入。",
          "Import the same archive again, which goes on where it was cut off, or empty the storage.",
          "请重新导入同一存档（从中断处继续），或清空存储。");

  /** Somebody else imports into the storage. */
  public static final IssueType BUSY =
      IssueType.error(
          "FS-ARCH-0008",
          "Another process is importing into the storage.",
          "另一进程正在向该存储导入。",
          "Wait until it has ended.",
          "请等待其结束。");

  /** The storage gives entries other positions. */
  public static final IssueType POSITIONS =
      IssueType.error(
          "FS-ARCH-0009",
          "The storage cannot keep the positions of the log ({log}), which has gaps.",
          "日志（{log}）的位置有空缺，该存储无法保留。",
          "Use a storage that can place entries (rule S-54); this one is left unfinished.",
          "请使用能按位置写入的存储（规则 S-54）；当前存储保持未完成状态。");

  /** What was imported is not what was exported. */
  public static final IssueType DIFFERENT =
      IssueType.error(
          "FS-ARCH-0010",
          "The imported city is not the one that was exported: {what}.",
          "导入的城市与导出的不一致：{what}。",
          "The storage is left unfinished and does not open; empty it and import again.",
          "存储保持未完成状态，不能打开；请清空后重新导入。");

  /** The ledger of the city is not sound. */
  public static final IssueType FAULTY =
      IssueType.error(
          "FS-ARCH-0011",
          "The city was not exported: its ledger has {count} faults, the first of them: {first}",
          "城市未导出：其账本有 {count} 处问题，首处为：{first}",
          "Ask ledger verify, and find out who changed what, before the city is moved.",
          "请先运行 ledger verify 查明改动情况，再迁移城市。");

  /** The file is there already. */
  public static final IssueType EXISTS =
      IssueType.error(
          "FS-ARCH-0012",
          "The file ({file}) is there already.",
          "文件（{file}）已存在。",
          "Name another file; nothing is written over.",
          "请换一个文件名；不会覆盖已有文件。");

  /** The file cannot be written. */
  public static final IssueType UNWRITABLE =
      IssueType.error(
          "FS-ARCH-0013",
          "The file ({file}) cannot be written: {cause}.",
          "文件（{file}）无法写入：{cause}。",
          "Check folder, permissions and space; no archive was left.",
          "请检查文件夹、权限和空间；未留下存档。");

  private ArchiveIssues() {}
}
