package io.foodsafety.region;

import io.foodsafety.model.issue.IssueType;
import java.util.List;

/** What can be wrong with region packs, alone and in layers. */
public final class RegionIssues {

  /** A region that no pack has. */
  public static final IssueType UNKNOWN_REGION =
      IssueType.error(
          "FS-REGION-0001",
          "There is no region pack ({region}).",
          "没有地区包（{region}）。",
          "Maybe {nearest}; otherwise add the jar or the folder that holds it.",
          "是否为 {nearest}？否则请加入包含它的 jar 或文件夹。");

  /** A pack whose parent is not there. */
  public static final IssueType MISSING_PARENT =
      IssueType.error(
          "FS-REGION-0002",
          "The parent ({parent}) of pack ({pack}) is not there.",
          "地区包（{pack}）的上级包（{parent}）不存在。",
          "Maybe {nearest}; otherwise add the jar or the folder that holds it.",
          "是否为 {nearest}？否则请加入包含它的 jar 或文件夹。");

  /** Packs that are built on one another in a circle. */
  public static final IssueType PARENT_CYCLE =
      IssueType.error(
          "FS-REGION-0003",
          "The packs are built on one another in a circle: {cycle}.",
          "地区包的上级关系成环：{cycle}。",
          "Give the lowest of them no parent.",
          "请去掉最底层包的上级。");

  /** Two packs with one id. */
  public static final IssueType DUPLICATE_PACK =
      IssueType.error(
          "FS-REGION-0004",
          "The pack ({pack}) is there twice: in {first} and in {second}.",
          "地区包（{pack}）出现两次：{first} 与 {second}。",
          "Keep one of them; to change values of a pack, build another on it.",
          "请只保留其一；如需修改某包的值，请以其为上级另建一包。");

  /** A manifest with another id than the pack. */
  public static final IssueType OTHER_ID =
      IssueType.error(
          "FS-REGION-0005",
          "The manifest says ({manifest}) and the pack is called ({pack}).",
          "清单中为（{manifest}），而地区包名为（{pack}）。",
          "Write the same id in both places.",
          "请统一两处的标识。");

  /** A file that cannot be read. */
  public static final IssueType UNREADABLE_FILE =
      IssueType.error(
          "FS-REGION-0006",
          "The file ({file}) of pack ({pack}) cannot be read: {fault}.",
          "地区包（{pack}）的文件（{file}）无法读取：{fault}。",
          "Check its name in the manifest and that it is in the pack.",
          "请检查清单中的文件名以及文件是否在包内。");

  /** A file twice in a manifest. */
  public static final IssueType DUPLICATE_FILE =
      IssueType.error(
          "FS-REGION-0007",
          "The file ({file}) stands twice in the manifest.",
          "文件（{file}）在清单中出现两次。",
          "Remove one of them.",
          "请删除其中一个。");

  /** A file in the folder that the manifest does not name. */
  public static final IssueType UNLISTED_FILE =
      IssueType.warning(
          "FS-REGION-0008",
          "The file ({file}) is in the folder and not in the manifest; nobody reads it.",
          "文件（{file}）在文件夹中但不在清单里，不会被读取。",
          "Add it to files in pack.json, or remove it.",
          "请将其加入 pack.json 的 files，或删除。");

  /** A document of no known kind. */
  public static final IssueType UNKNOWN_KIND =
      IssueType.error(
          "FS-REGION-0009",
          "The document does not say what it is.",
          "文档未说明其类型。",
          "Begin it with one of {kinds} and its id, such as \"policy\": \"my-policy\".",
          "请以 {kinds} 之一及其标识开头，例如 \"policy\": \"my-policy\"。");

  /** Two documents of one kind and id at the same time. */
  public static final IssueType OVERLAP =
      IssueType.error(
          "FS-REGION-0010",
          "The {kind} ({id}) is there twice for the same days: here and at {other}.",
          "{kind}（{id}）在同一时期出现两次：此处与 {other}。",
          "Remove one, or let effectiveTo of the earlier end before effectiveFrom of the later.",
          "请删除其一，或使前者的 effectiveTo 早于后者的 effectiveFrom。");

  /** Two rows with one key. */
  public static final IssueType DUPLICATE_ROW =
      IssueType.error(
          "FS-REGION-0011",
          "The key ({key}) stands twice in the table ({table}): here and at {other}.",
          "表（{table}）中的键（{key}）出现两次：此处与 {other}。",
          "Remove one of the rows, or add a column to the key.",
          "请删除其中一行，或在键中增加一列。");

  /** A column that a table must have. */
  public static final IssueType MISSING_COLUMN =
      IssueType.error(
          "FS-REGION-0012",
          "The table ({table}) has no column ({column}).",
          "表（{table}）没有列（{column}）。",
          "It has {columns}.",
          "它有 {columns}。");

  /** A patch or a removal of something that is not there. */
  public static final IssueType NOTHING_TO_CHANGE =
      IssueType.error(
          "FS-REGION-0013",
          "There is no {kind} ({id}) that this pack could change or remove.",
          "没有可供此包修改或删除的 {kind}（{id}）。",
          "Maybe {nearest}; a new one needs no \"patch\".",
          "是否为 {nearest}？新建的无需 \"patch\"。");

  /** A reference to a table that is not there. */
  public static final IssueType UNKNOWN_TABLE =
      IssueType.error(
          "FS-REGION-0014",
          "The table ({table}) is not there on {date}.",
          "表（{table}）在 {date} 不存在。",
          "Maybe {nearest}; otherwise add it, or check its effective dates.",
          "是否为 {nearest}？否则请补充该表或检查其生效日期。");

  /** A cell that is not allowed. */
  public static final IssueType BAD_CELL =
      IssueType.error(
          "FS-REGION-0015",
          "The cell ({column}) holds ({value}), which is not allowed: {fault}",
          "单元格（{column}）的值（{value}）不合规：{fault}",
          "Allowed: {allowed}.",
          "允许：{allowed}。");

  /** A division whose parent is not there. */
  public static final IssueType MISSING_DIVISION =
      IssueType.error(
          "FS-REGION-0016",
          "The division ({parent}), to which ({division}) belongs, is not in the table.",
          "区划（{division}）所属的区划（{parent}）不在表中。",
          "Add its row, or correct the parent.",
          "请补充该行或更正上级。");

  /** A table that should cover all grades of a policy. */
  public static final IssueType MISSING_GRADE =
      IssueType.error(
          "FS-REGION-0017",
          "The table ({table}) has no row for the grade ({grade}) of the policy ({policy}).",
          "表（{table}）缺少政策（{policy}）的等级（{grade}）。",
          "Add a row with the key ({grade}).",
          "请增加键为（{grade}）的一行。");

  /** A patch whose rows are told apart in another way. */
  public static final IssueType OTHER_KEY =
      IssueType.error(
          "FS-REGION-0018",
          "The patch of table ({table}) has the key {key}, and the table has {other}.",
          "表（{table}）的补丁以 {key} 为键，而原表以 {other} 为键。",
          "Give the patch the same key.",
          "请使用相同的键。");

  /** A pack whose id is not well-formed. */
  public static final IssueType BAD_ID =
      IssueType.error(
          "FS-REGION-0019",
          "The id ({pack}) of the pack is not well-formed.",
          "地区包标识（{pack}）格式不正确。",
          "Use [a-z][a-z0-9-]{1,62}: small letters, digits and hyphens.",
          "请使用小写字母、数字和连字符：[a-z][a-z0-9-]{1,62}。");

  /** Divisions of a region that does not say which of them it is. */
  public static final IssueType NO_DIVISION =
      IssueType.warning(
          "FS-REGION-0020",
          "The region ({region}) has divisions and does not say which of them it is.",
          "地区（{region}）有区划表，但未说明其自身是哪个区划。",
          "Add \"division\" with its code to pack.json; otherwise maps show no divisions.",
          "请在 pack.json 中用 \"division\" 写明代码，否则地图不显示区划。");

  /** A patch that is never in force together with its table. */
  public static final IssueType PATCH_OUTSIDE_DATES =
      IssueType.error(
          "FS-REGION-0021",
          "The patch changes nothing: the table ({table}) is not in force on any day of the patch.",
          "补丁无效：表（{table}）在补丁有效期内均未生效。",
          "Compare effectiveFrom and effectiveTo of the patch with those of the table.",
          "请核对补丁与原表的 effectiveFrom 和 effectiveTo。");

  /** A colour of a grade that the region does not define. */
  public static final IssueType UNKNOWN_COLOUR =
      IssueType.warning(
          "FS-REGION-0022",
          "The colour ({colour}) is not in the table colours; the grade gets one by its rank.",
          "颜色（{colour}）不在 colours 表中，将按等级次序取色。",
          "Known: {nearest}. Add its row, or correct the name.",
          "可用：{nearest}。请补充该行或更正名称。");

  /** A pack that throws what it may not. */
  public static final IssueType BROKEN_PACK =
      IssueType.error(
          "FS-REGION-0023",
          "The pack ({pack}) failed when it was asked for {what}: {fault}",
          "地区包（{pack}）在读取（{what}）时出错：{fault}",
          "This is a fault of the code of the pack; the exception is among the causes.",
          "这是该包代码的错误；异常见 cause。");

  /** A policy of a pack and a table of the region that both say how often to inspect. */
  public static final IssueType SAID_TWICE =
      IssueType.error(
          "FS-REGION-0024",
          "How often to inspect is said twice: here, and in the table ({table}).",
          "检查频次重复规定：此处与表（{table}）均有规定。",
          "Take inspectionsPerYear out of the policy, or empty minPerYear and maxPerYear of the table.",
          "请删去规则中的 inspectionsPerYear，或清空该表的 minPerYear 和 maxPerYear。");

  private RegionIssues() {}

  /** {@return all of them, for the documentation} */
  public static List<IssueType> all() {
    return List.of(
        UNKNOWN_REGION,
        MISSING_PARENT,
        PARENT_CYCLE,
        DUPLICATE_PACK,
        OTHER_ID,
        UNREADABLE_FILE,
        DUPLICATE_FILE,
        UNLISTED_FILE,
        UNKNOWN_KIND,
        OVERLAP,
        DUPLICATE_ROW,
        MISSING_COLUMN,
        NOTHING_TO_CHANGE,
        UNKNOWN_TABLE,
        BAD_CELL,
        MISSING_DIVISION,
        MISSING_GRADE,
        OTHER_KEY,
        BAD_ID,
        NO_DIVISION,
        PATCH_OUTSIDE_DATES,
        UNKNOWN_COLOUR,
        BROKEN_PACK,
        SAID_TWICE);
  }
}
